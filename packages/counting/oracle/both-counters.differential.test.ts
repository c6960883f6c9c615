import { describe, it } from 'vitest';
import { compareCounters } from './compare-counters.ts';

const RULES = ['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const;

describe('the engine and the second counter', () => {
  for (const rule of RULES) {
    it(`say the same of 10,000 random elections under ${rule}`, () => {
      compareCounters(rule, 10_000, 1);
    });
  }
});
