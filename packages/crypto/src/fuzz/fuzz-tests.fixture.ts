import { afterAll, describe, expect, it } from 'vitest';
import { fuzz, type FuzzCount, type Fuzzed } from './fuzzed.fixture.ts';

/** Draws of their own in each run; `CONVITE_FUZZ_SEED` makes those of a failed one again. */
const seed = Number(process.env['CONVITE_FUZZ_SEED'] ?? Date.now() % 2 ** 31);

const line = ({ name, share }: Fuzzed, { cases, accepted }: FuzzCount, seconds: string): string => {
  const why = share === undefined ? '' : ` (a ${share.of}th: ${share.reason})`;
  return `${String(cases).padStart(8)} cases, ${String(accepted).padStart(7)} taken, ${seconds.padStart(6)} s  ${name}${why}`;
};

/** Fuzzes entries, so many cases each but for those that say why not, and prints how many there were. */
export function fuzzes(entries: readonly Fuzzed[], cases: number): void {
  const lines: string[] = [];
  afterAll(() => void process.stdout.write(`${lines.join('\n')}\n`));

  describe(`whatever comes is read or refused, and what is read is written back (seed ${seed})`, () => {
    it.each(entries)('by $name', async (entry) => {
      const before = process.cpuUsage();
      const count = await fuzz(entry, Math.ceil(cases / (entry.share?.of ?? 1)), seed);
      const { user, system } = process.cpuUsage(before);
      lines.push(line(entry, count, ((user + system) / 1e6).toFixed(1)));
      expect(count.accepted).toBeGreaterThan(0);
      if (entry.takesAll !== true) expect(count.refused).toBeGreaterThan(0);
    });
  });
}
