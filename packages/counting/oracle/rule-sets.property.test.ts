import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRuleSet, parseRuleSet } from '../src/index.ts';
import { hostileRuleSets } from './hostile-rule-set.ts';
import { tryRuleSet } from './rule-set-promises.ts';

const rules = ['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const;

describe('a rule set from outside', () => {
  it.each(rules)('of %s, damaged anywhere, is unreadable, refused or counted, and never more', (rule) => {
    fc.assert(
      fc.property(hostileRuleSets(rule), (hostile) => {
        tryRuleSet(hostile);
      }),
      { numRuns: 1500 },
    );
  });

  it('is damaged such that all three ends are met', () => {
    const ends = fc.sample(hostileRuleSets('equal-shares'), { numRuns: 400, seed: 3 }).map(tryRuleSet);
    expect(new Set(ends)).toEqual(new Set(['unreadable', 'refused', 'counted']));
  });

  it('may be any JSON whatever', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseRuleSet(value).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['categoryBudgets', '{"__proto__":"3"}'],
    ['categoryBudgets', '{"\\ud800":"3"}'],
    ['exclusiveGroups', '[["10","\\udfff"]]'],
    ['ties', '[{"lots":["\\ud800"]}]'],
    ['__proto__', '{"rule":"greedy"}'],
  ])('with names that no text can hold is unreadable: %s %s', (member, text) => {
    const sent = Object.entries(defaultRuleSet('greedy', 'approval')).filter(([name]) => name !== member);
    const value: unknown = Object.fromEntries([...sent, [member, JSON.parse(text)]]);
    expect(parseRuleSet(value).ok).toBe(false);
  });
});
