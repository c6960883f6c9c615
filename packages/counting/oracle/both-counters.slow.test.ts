import { describe, it } from 'vitest';
import { compareCounters } from './compare-counters.ts';

const RULES = ['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const;

describe('the engine and the second counter, at length', () => {
  for (const rule of RULES) {
    for (const seed of [2, 3, 4, 5, 6]) {
      it(`say the same of 10,000 random elections under ${rule}, seed ${seed}`, () => {
        compareCounters(rule, 10_000, seed);
      });
    }
  }
});
