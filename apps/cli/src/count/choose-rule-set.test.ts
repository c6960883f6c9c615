import { defaultRuleSet } from '@convite/counting';
import { expect, it } from 'vitest';
import { withTies } from './choose-rule-set.ts';

it('puts the ties of the command line behind those of the rule set, which come first', () => {
  const ruleSet = { ...defaultRuleSet('greedy', 'approval'), ties: ['lower-cost' as const] };
  const settled = withTies(ruleSet, { lots: ['2', '1'] });
  expect(settled.ok && settled.value.ties).toEqual(['lower-cost', { lots: ['2', '1'] }]);
  expect(withTies(ruleSet, 'refuse')).toEqual({ ok: false, error: { type: 'ties_already_settled' } });
});
