import { invariant } from '@convite/kernel';
import { expect, it } from 'vitest';
import { mustRead, smallText } from '../formats/small-file.fixture.ts';
import { prepareContest } from '../rules/contest.ts';
import { count } from '../rules/count.ts';
import { defaultEqualShares } from '../rules/equal-shares/rule-set.ts';
import { ejrPlusUpToOne } from './ejr-plus.ts';

/** A well for 40 that all pay, and a bridge on whose points the two who want it do not agree. */
function decided(bridge: number): boolean | undefined {
  const { instance, profile } = mustRead(
    smallText({
      meta: ['budget;100', 'vote_type;cumulative', 'rule;x', 'currency;XTS'],
      projects: ['project_id;cost;name', 'A;40;Well', `B;${bridge};Bridge`],
      votes: ['voter_id;vote;points', '1;A,B;3,1', '2;A,B;3,2'],
    }),
  );
  const ruleSet = { ...defaultEqualShares('points'), completion: 'none' as const };
  const outcome = count(instance, profile, ruleSet);
  invariant(outcome.ok, 'the small vote can be counted');
  expect(outcome.value.winners).toEqual([0]);
  return ejrPlusUpToOne(prepareContest(instance, profile, ruleSet), outcome.value).holds;
}

it('is not decided where the supporters of a project within the budget differ in their utility for it', () => {
  expect(decided(70)).toBeUndefined();
});

it('is decided without the projects that are dearer than the budget', () => {
  expect(decided(101)).toBe(true);
});
