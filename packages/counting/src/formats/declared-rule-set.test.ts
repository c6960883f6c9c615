import { canonicalJson } from '@convite/kernel';
import { describe, expect, test } from 'vitest';
import { LA_ENRAMADA_RULE_SET } from '../demo/la-enramada-file.ts';
import { declaredRuleSet } from './declared-rule-set.ts';
import { undeclaredMessage } from './messages.ts';
import { mustRead, smallText } from './small-file.fixture.ts';
import { writeCell } from './write-pabulib.ts';

const declared = (type: string, rule: string | undefined, more: readonly string[] = [], rest: object = {}) =>
  declaredRuleSet(
    mustRead(
      smallText({
        meta: ['budget;100', `vote_type;${type}`, ...(rule === undefined ? [] : [`rule;${rule}`]), ...more],
        ...rest,
      }),
    ),
  );

const POINTS = { votes: ['voter_id;vote;points', '1;A;1', '2;A,B;2,1', '3;B;1'] };

describe('the rules that files declare', () => {
  test.each([
    ['greedy', { rule: 'greedy', misfit: 'skip' }],
    ['greedy-threshold', { rule: 'greedy', misfit: 'skip' }],
    ['greedy-no-skip', { rule: 'greedy', misfit: 'stop' }],
    ['greedy-custom', { rule: 'greedy', misfit: 'stop' }],
    ['equalshares', { rule: 'equal-shares', divisor: 'all-ballots', completion: 'none', comparison: 'none' }],
    ['equalshares-comparison', { rule: 'equal-shares', completion: 'none', comparison: 'greedy' }],
    ['equalshares/add1', { rule: 'equal-shares', completion: 'add1', comparison: 'none', add1Step: '1' }],
    ['equalshares/add1-comparison', { rule: 'equal-shares', completion: 'add1', comparison: 'greedy' }],
  ])('%s', (rule, expected) => {
    expect(declared('approval', rule)).toMatchObject({ ok: true, value: { ...expected, ties: [] } });
  });

  test('a rule set of our own in the file stands before everything else', () => {
    const own = `rule_set;${writeCell(canonicalJson(LA_ENRAMADA_RULE_SET))}`;
    expect(declared('approval', 'unknown', [own])).toEqual({ ok: true, value: LA_ENRAMADA_RULE_SET });
  });

  test('approvals order by votes, points and ranks by their totals', () => {
    expect(declared('approval', 'greedy')).toMatchObject({ value: { utility: 'cost', order: 'per-cost' } });
    expect(declared('choose-1', 'greedy')).toMatchObject({ value: { utility: 'cost', order: 'per-cost' } });
    expect(declared('cumulative', 'greedy', [], POINTS)).toMatchObject({
      value: { utility: 'points', order: 'total' },
    });
    expect(declared('ordinal', 'greedy')).toMatchObject({ value: { utility: 'rank-points', order: 'total' } });
  });

  test.each([
    ['rank-points', ['A;60;3', 'B;50;2']],
    ['borda', ['A;60;1', 'B;50;0']],
    ['points', ['A;60;10', 'B;50;8']],
  ])('ranks count as the scores of the file do: %s', (utility, rows) => {
    const rest = {
      projects: ['project_id;cost;score', ...rows],
      votes: ['voter_id;vote;points', '1;A;5', '2;A,B;5,4', '3;B;4'],
    };
    const votes = ['voter_id;vote;points', '1;A;5', '2;A,B;5,4', '3;B;4'];
    expect(declared('ordinal', 'greedy', [], { ...rest, votes })).toMatchObject({ value: { utility } });
  });

  test('the minimum is one of votes for approvals, of points for the rest', () => {
    const minimum = ['min_project_score_threshold;30'];
    expect(declared('approval', 'greedy', minimum)).toMatchObject({
      value: { minimumSupport: { votes: 30, points: 0 } },
    });
    expect(declared('cumulative', 'greedy-no-skip', minimum, POINTS)).toMatchObject({
      value: { minimumSupport: { votes: 0, points: 30 } },
    });
  });

  test('budgets of parts go by name', () => {
    const parts = ['categories;Green, Youth', 'budget_per_category;40,60.50'];
    expect(declared('approval', 'greedy', parts)).toMatchObject({
      value: { categoryBudgets: { Green: '40', Youth: '60.50' }, neighbourhoodBudgets: {} },
    });
  });
});

describe('files that do not declare a rule that can be counted', () => {
  test.each([
    ['no_rule', undefined, []],
    ['no_rule', 'unknown', []],
    ['unknown_rule', 'sortition', []],
    ['exclusive_groups_not_told', 'greedy-exclusive', []],
    ['rule_set_unreadable', 'greedy', ['rule_set;{}']],
    ['rule_set_unreadable', 'greedy', ['rule_set;not json']],
    ['part_budgets_do_not_match', 'greedy', ['categories;Green', 'budget_per_category;40,60']],
    ['part_budgets_do_not_match', 'greedy', ['categories;Green,Green', 'budget_per_category;40,60']],
    ['leftover_after_parts', 'greedy', ['categories;Green', 'budget_per_category;40', 'leftover_budget;more']],
    ['minimum_not_measurable', 'greedy', ['min_project_score_threshold;10 %']],
  ])('%s: %s %s', (reason, rule, more) => {
    const refused = declared('approval', rule, more);
    expect(refused).toEqual({ ok: false, error: { type: 'undeclared', reason, rule } });
    if (refused.ok) return;
    expect(undeclaredMessage(refused.error, 'es')).not.toBe(undeclaredMessage(refused.error, 'en'));
  });
});
