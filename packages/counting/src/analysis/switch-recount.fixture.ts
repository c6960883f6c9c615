import { invariant } from '@convite/kernel';
import { groupBallots } from '../model/group-ballots.ts';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import { type Ballot, groupBallot, type Profile } from '../model/profile.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { count } from '../rules/count.ts';
import type { Counterfactuals } from './counterfactual.ts';

/** Recounts the two sides of every switch that was found, in elections built anew: how each ended, and as it should. */
export function bothSides(instance: Instance, profile: Profile, ruleSet: RuleSet, found: Counterfactuals) {
  const { project, cost, ballots, ballot } = found;
  const costs = cost.type === 'switch' ? [cost.funded, cost.notFunded] : [];
  const numbers = ballots.type === 'switch' ? [ballots.funded, ballots.notFunded] : [];
  return {
    cost: costs.map((value) => isFunded(withCost(instance, project, value), profile, ruleSet, project)),
    ballots: numbers.map((added) => isFunded(instance, withBallots(profile, ballot, added), ruleSet, project)),
    expected: { cost: costs.length === 0 ? [] : [true, false], ballots: numbers.length === 0 ? [] : [true, false] },
  };
}

export function isFunded(instance: Instance, profile: Profile, ruleSet: RuleSet, project: ProjectIndex): boolean {
  const outcome = count(instance, profile, ruleSet);
  invariant(outcome.ok, 'the changed election can be counted');
  return outcome.value.allBranchesFollowed && outcome.value.winners.includes(project);
}

export const withCost = (instance: Instance, project: ProjectIndex, cost: bigint): Instance => ({
  ...instance,
  projects: instance.projects.map((given, p) => (p === project ? { ...given, cost } : given)),
});

function withBallots(profile: Profile, ballot: Ballot, added: number): Profile {
  const rows = Array.from({ length: profile.groups }, (_, g) => groupBallot(profile, g));
  const blank = profile.blank === 0 ? [] : [{ choices: [], points: undefined, weight: profile.blank }];
  const isEqual = (row: Ballot) =>
    row.choices.join() === ballot.choices.join() && row.points?.join() === ballot.points?.join();
  const changed =
    added < 0
      ? rows
          .map((row) => (isEqual(row) ? { ...row, weight: row.weight + added } : row))
          .filter(({ weight }) => weight > 0)
      : added === 0
        ? rows
        : [...rows, { ...ballot, weight: added }];
  return groupBallots(profile.kind, [...changed, ...blank]).profile;
}
