import { defaultRuleSet } from '@convite/counting';
import { describe, expect, it } from 'vitest';
import { leastBallots, publishedAlone } from './small-electorate.ts';
import { type ContestTemplate, questionKind, templateProblems } from './template.ts';

const mostVotes = defaultRuleSet('greedy', 'approval');
const equalShares = defaultRuleSet('equal-shares', 'approval');
const paper: ContestTemplate = { form: 'approval', most: 6, mayBeBlank: true, rule: mostVotes, group: 'Ed25519' };

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
    expect(templateProblems(paper, 5336)).toEqual([]);
    expect(templateProblems({ ...paper, form: 'choose_one', most: 1 }, 1)).toEqual([]);
    expect(templateProblems({ ...paper, rule: equalShares, group: 'RFC-3526-2048' }, 1)).toEqual([]);
  });

  it.each([
    [{ most: 0 }],
    [{ most: 1.5 }],
    [{ most: 1001 }],
    [{ most: 129, rule: equalShares }],
    [{ form: 'choose_one', most: 2 } as const],
  ])('refuses %o: so many can never be named', (change) => {
    const template = { ...paper, ...change };
    expect(templateProblems(template, 1)).toEqual([{ type: 'most_out_of_range', most: template.most }]);
  });

  it('names as many as there can be', () => {
    expect(templateProblems({ ...paper, most: 1000 }, 1)).toEqual([]);
    expect(templateProblems({ ...paper, most: 128, rule: equalShares }, 1)).toEqual([]);
  });

  it('refuses whole ballots in a group whose elements carry none', () => {
    expect(templateProblems({ ...paper, group: 'BELENIOS-2048' }, 1)).toEqual([]);
    expect(templateProblems({ ...paper, rule: equalShares, group: 'BELENIOS-2048' }, 1)).toEqual([
      { type: 'group_without_whole_ballots', group: 'BELENIOS-2048' },
    ]);
  });

  it.each([
    [defaultRuleSet('greedy', 'points')],
    [defaultRuleSet('equal-shares', 'ranked')],
    [defaultRuleSet('majority-judgement', 'scores')],
    [{ ...mostVotes, minimumSupport: { ...mostVotes.minimumSupport, points: 1 } }],
  ])('refuses a rule for ballots of another kind', (rule) => {
    expect(templateProblems({ ...paper, rule }, 1)).toEqual([{ type: 'rule_needs_other_ballots' }]);
  });

  it('names projects only where it is for one contest', () => {
    const rule = { ...mostVotes, exclusiveGroups: [['3', '24']] };
    expect(templateProblems({ ...paper, rule }, 1)).toEqual([]);
    expect(templateProblems({ ...paper, rule }, 2)).toEqual([{ type: 'names_options_of_many_contests', contests: 2 }]);
    const lots = { ...mostVotes, ties: [{ lots: ['3'] }] };
    expect(templateProblems({ ...paper, rule: lots }, 2).length).toBe(1);
    expect(templateProblems({ ...paper, rule: { ...mostVotes, ties: ['lower-cost'] } }, 2)).toEqual([]);
  });
});
