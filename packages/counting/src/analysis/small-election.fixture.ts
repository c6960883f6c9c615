import { groupBallots } from '../model/group-ballots.ts';
import type { Instance } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Ballot, BallotKind, Profile } from '../model/profile.ts';
import { nothingLimited } from '../model/rule-set-members.ts';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import type { GreedyRuleSet } from '../rules/greedy/rule-set.ts';
import type { MajorityJudgementRuleSet } from '../rules/majority-judgement/rule-set.ts';
import type { PhragmenRuleSet } from '../rules/phragmen/rule-set.ts';
import { plainInstance } from './plain-instance.fixture.ts';

export interface SmallElection {
  readonly instance: Instance;
  readonly profile: Profile;
}

/** Projects `A`, `B`, … with the costs given; ballots as `['AB', 3]`: three votes naming A and B (`''` for blank). */
export function smallElection(
  budget: number,
  costs: readonly number[],
  ballots: readonly (readonly [string, number])[],
  kind: BallotKind = 'approval',
): SmallElection {
  const instance = plainInstance(
    BigInt(budget),
    costs.map((cost, p) => [letter(p), BigInt(cost)]),
  );
  const rows = ballots.map(([names, weight]): Ballot => ({
    choices: names.split('').map((name) => position(name)),
    points: undefined,
    weight,
  }));
  return { instance, profile: groupBallots(kind, rows).profile };
}

const letter = (p: number): string => String.fromCharCode(65 + p);
const position = (name: string): number => name.charCodeAt(0) - 65;

export const greedy: GreedyRuleSet = {
  ...nothingLimited,
  rule: 'greedy',
  utility: 'cost',
  order: 'per-cost',
  misfit: 'skip',
};
export const equalShares: EqualSharesRuleSet = {
  ...nothingLimited,
  rule: 'equal-shares',
  utility: 'cost',
  divisor: 'marked-ballots',
  completion: 'none',
  add1Step: '1',
  comparison: 'none',
};
export const phragmen: PhragmenRuleSet = { ...nothingLimited, rule: 'phragmen' };
export const majorityJudgement: MajorityJudgementRuleSet = {
  ...nothingLimited,
  rule: 'majority-judgement',
  misfit: 'skip',
  unmarked: 0,
};

/** An outcome as a count would return it, of which a test names only the members that matter. */
export function handMade(winners: string, members: Partial<Outcome> = {}): Outcome {
  return {
    status: 'complete',
    winners: winners.split('').map((name) => position(name)),
    cost: 0n,
    rounds: [],
    notFunded: [],
    ties: [],
    possible: [],
    allBranchesFollowed: true,
    endowment: undefined,
    comparison: undefined,
    arithmetic: { filtered: 0, exact: 0 },
    ...members,
  };
}
