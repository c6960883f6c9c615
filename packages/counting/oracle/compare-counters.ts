import fc from 'fast-check';
import type { RuleSet } from '../src/index.ts';
import { disagreement, reproduction } from './disagreement.ts';
import { cases } from './town-arbitrary.ts';

/**
 * Counts `runs` random elections with both counters. @throws Error with the smallest election found on which they
 * disagree, in what, and the seed that leads there again.
 */
export function compareCounters(rule: RuleSet['rule'], runs: number, seed: number): void {
  fc.assert(
    fc.property(fc.noBias(cases(rule)), (election) => {
      const difference = disagreement(election);
      if (difference !== undefined) throw new Error(`${difference}\n${reproduction(election)}`);
    }),
    { numRuns: runs, seed },
  );
}
