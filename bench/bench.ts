/**
 * `npm run bench -- NAME`: measures and prints tables in Markdown. Writes nothing.
 */
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  counting: () => import('./counting/counting.ts'),
  ballots: () => import('./ballots/ballots.ts'),
  cast: () => import('./cast/cast.ts'),
  answers: () => import('./answers/answers.ts'),
  pages: () => import('./pages/pages.ts'),
  roll: () => import('./rolls/roll.ts'),
  national: () => import('./national/national.ts'),
  'control-room': () => import('./consultations/control-room.ts'),
};

const [name = ''] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`There is no bench “${name}”. Say one of: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else await bench();
