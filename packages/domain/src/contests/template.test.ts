import { defaultRuleSet, type RuleSet } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { leastBallots, publishedAlone } from './small-electorate.ts';
import { type ContestTemplate, questionKind } from './template.ts';
import { namesOptions, templateProblems, type TemplateUse } from './template-problems.ts';

const mostVotes = defaultRuleSet('greedy', 'approval');
const equalShares = defaultRuleSet('equal-shares', 'approval');
const paper: ContestTemplate = { form: 'approval', most: 6, mayBeBlank: true, rule: mostVotes, group: 'Ed25519' };

const one: TemplateUse = { contests: 1, decimals: 2, named: undefined };
const two: TemplateUse = { ...one, contests: 2 };

describe('what is opened of a contest', () => {
  it('is its totals where the rule needs no more, and whole ballots where it asks what was chosen together', () => {
    expect(questionKind(mostVotes)).toBe('homomorphic');
    expect(questionKind(equalShares)).toBe('mixed');
    expect(questionKind(defaultRuleSet('phragmen', 'approval'))).toBe('mixed');
  });

  it.each([
    ['homomorphic', 10],
    ['mixed', 50],
  ] as const)('%s is not published alone under %i ballots without a waiver', (kind, least) => {
    expect(leastBallots[kind]).toBe(least);
    expect(publishedAlone(kind, least, false)).toBe(true);
    expect(publishedAlone(kind, least - 1, false)).toBe(false);
    expect(publishedAlone(kind, 0, true)).toBe(true);
  });
});

describe('a template', () => {
  it('goes with rules that its ballots can answer', () => {
    expect(templateProblems(paper, { ...one, contests: 5336 })).toEqual([]);
    expect(templateProblems({ ...paper, form: 'choose_one', most: 1 }, one)).toEqual([]);
    expect(templateProblems({ ...paper, rule: equalShares, group: 'RFC-3526-2048' }, one)).toEqual([]);
  });

  it.each([
    [{ most: 0 }],
    [{ most: 1.5 }],
    [{ most: 1001 }],
    [{ most: 129, rule: equalShares }],
    [{ form: 'choose_one', most: 2 } as const],
  ])('refuses %o: so many can never be named', (change) => {
    const template = { ...paper, ...change };
    expect(templateProblems(template, one)).toEqual([{ type: 'most_out_of_range', most: template.most }]);
  });

  it('names as many as there can be', () => {
    expect(templateProblems({ ...paper, most: 1000 }, one)).toEqual([]);
    expect(templateProblems({ ...paper, most: 128, rule: equalShares }, one)).toEqual([]);
  });

  it('refuses whole ballots in a group whose elements carry none', () => {
    expect(templateProblems({ ...paper, group: 'BELENIOS-2048' }, one)).toEqual([]);
    expect(templateProblems({ ...paper, rule: equalShares, group: 'BELENIOS-2048' }, one)).toEqual([
      { type: 'group_without_whole_ballots', group: 'BELENIOS-2048' },
    ]);
  });

  it.each([
    [defaultRuleSet('greedy', 'points')],
    [defaultRuleSet('equal-shares', 'ranked')],
    [defaultRuleSet('majority-judgement', 'scores')],
    [{ ...mostVotes, minimumSupport: { ...mostVotes.minimumSupport, points: 1 } }],
  ])('refuses a rule for ballots of another kind', (rule) => {
    expect(templateProblems({ ...paper, rule }, one)).toEqual([{ type: 'rule_needs_other_ballots' }]);
  });

  it('names projects only where it is for one contest', () => {
    const rule = { ...mostVotes, exclusiveGroups: [['3', '24']] };
    expect(templateProblems({ ...paper, rule }, one)).toEqual([]);
    expect(templateProblems({ ...paper, rule }, two)).toEqual([
      { type: 'names_options_of_many_contests', contests: 2 },
    ]);
    const lots = { ...mostVotes, ties: [{ lots: ['3'] }] };
    expect(templateProblems({ ...paper, rule: lots }, two).length).toBe(1);
    expect(templateProblems({ ...paper, rule: { ...mostVotes, ties: ['lower-cost'] } }, two)).toEqual([]);
  });

  it('names numbers, themes and places that options have', () => {
    const budgets = { categoryBudgets: { agua: '5', luz: '5' }, neighbourhoodBudgets: { 'El Cerro': '5' } };
    const rule = { ...mostVotes, exclusiveGroups: [['3', '24']], ...budgets };
    const named = { numbers: new Set(['3', '4']), themes: new Set(['agua', 'Luz']), places: new Set(['']) };
    expect(namesOptions(rule)).toBe(true);
    expect(namesOptions({ ...mostVotes, ...budgets, categoryBudgets: {} })).toBe(true);
    expect(namesOptions(mostVotes)).toBe(false);
    expect(templateProblems({ ...paper, rule }, { ...one, named })).toEqual([
      { type: 'unknown_number', names: ['24'] },
      { type: 'unknown_theme', names: ['luz'] },
      { type: 'unknown_place', names: ['El Cerro'] },
    ]);
    expect(templateProblems({ ...paper, rule }, one)).toEqual([]);
  });

  const topUp = (share: string, reserve: string): RuleSet => ({
    ...{ ...mostVotes, rule: 'greedy', utility: 'cost', order: 'per-cost' },
    misfit: { topUp: share, reserve },
  });
  const raisedBy = (add1Step: string): RuleSet => {
    invariant(equalShares.rule === 'equal-shares', 'the default of a rule is that rule');
    return { ...equalShares, add1Step };
  };
  const least = (shareOfBallots: string): RuleSet => ({
    ...mostVotes,
    minimumSupport: { ...mostVotes.minimumSupport, shareOfBallots },
  });
  it.each<readonly [RuleSet, readonly unknown[]]>([
    [{ ...mostVotes, categoryBudgets: { agua: '5.50', luz: '5.500' } }, []],
    [{ ...mostVotes, categoryBudgets: { agua: '5.505' } }, ['money_too_fine']],
    [{ ...mostVotes, neighbourhoodBudgets: { Cerro: '0.001' } }, ['money_too_fine']],
    [topUp('1/2', '500'), []],
    [topUp('0/1', '0.01'), []],
    [topUp('1/2', '0.001'), ['money_too_fine']],
    [topUp('3/3', '500'), ['top_up_without_effect']],
    [topUp('1/2', '0.00'), ['top_up_without_effect']],
    [least('1/1'), []],
    [least('101/100'), ['share_above_all']],
    [raisedBy('0.0'), ['step_not_positive']],
    [raisedBy('0.125'), ['money_too_fine']],
  ])('with amounts that can be counted and say something (%#)', (rule, problems) => {
    expect(templateProblems({ ...paper, rule }, one).map(({ type }) => type)).toEqual(problems);
  });

  it('counts options where no money is divided, so in whole numbers', () => {
    const rule = { ...mostVotes, categoryBudgets: { agua: '0.5' } };
    expect(templateProblems({ ...paper, rule }, { ...one, decimals: 0 })).toEqual([
      { type: 'money_too_fine', member: 'categoryBudgets', decimals: 0 },
    ]);
  });
});
