/**
 * Measures sealed ballots, and prints the tables of docs/benchmarks.md: all, or only the parts that are named.
 */
const parts: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  core: async () => (await import('./curve-figures.ts')).curveFigures(),
  shuffles: async () => [await (await import('./shuffle-figures.ts')).shuffleFigures()],
  archives: async () => [(await import('./archive-figures.ts')).archiveFigures()],
  fields: async () => [(await import('./field-figures.ts')).fieldFigures()],
  sealing: async () => (await import('./sealing-figures.ts')).sealingFigures(),
};

const named = process.argv.slice(3);
const unknown = named.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  process.stderr.write(`There is no part “${unknown}”. Name some of: ${Object.keys(parts).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for (const [name, figures] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    process.stdout.write(`### ${name}\n\n`);
    for (const table of await figures()) process.stdout.write(`${table}\n\n`);
  }
}
