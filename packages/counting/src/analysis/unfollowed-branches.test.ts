import { invariant } from '@convite/kernel';
import { expect, it } from 'vitest';
import { count } from '../rules/count.ts';
import { counterfactuals } from './counterfactuals.ts';
import { equalShares, smallElection } from './small-election.fixture.ts';

it('proves nothing of ballots where a recount met more orders of lots than are followed', () => {
  const twenty = 'CDEFGHIJKLMNOPQRSTUV';
  const { instance, profile } = smallElection(
    10,
    [1, 10, ...twenty.split('').map(() => 3)],
    [
      [`B${twenty}`, 5],
      ['B', 1],
    ],
  );
  // Nothing is set aside for the category of A. B takes all there is; with one more ballot it cannot be paid, and lots choose two of twenty.
  const ruleSet = { ...equalShares, categoryBudgets: { none: '0' } };
  const barred = {
    ...instance,
    projects: instance.projects.map((project, p) => (p === 0 ? { ...project, categories: ['none'] } : project)),
  };
  const outcome = count(barred, profile, ruleSet);
  invariant(outcome.ok, 'the town can be counted');
  expect({ winners: outcome.value.winners, all: outcome.value.allBranchesFollowed }).toEqual({
    winners: [1],
    all: true,
  });
  const { ballots } = counterfactuals(barred, profile, ruleSet, outcome.value, 0, { scan: 64 });
  expect(ballots).toEqual({ type: 'none_in_range', last: 6, proven: false });
});
