import fc from 'fast-check';
import { test } from 'vitest';
import { hostileRuleSets } from './hostile-rule-set.ts';
import { tryRuleSet } from './rule-set-promises.ts';

test.each(['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const)(
  'damaged rule sets of %s are unreadable, refused or counted, thirty thousand times',
  (rule) => {
    fc.assert(
      fc.property(hostileRuleSets(rule), (hostile) => {
        tryRuleSet(hostile);
      }),
      { numRuns: 30_000 },
    );
  },
);
