import { invariant } from '@convite/kernel';
import { groupBallots } from '../model/group-ballots.ts';
import { type Instance, makeInstance, projectId } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Ballot, BallotKind, Profile } from '../model/profile.ts';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import type { GreedyRuleSet } from '../rules/greedy/rule-set.ts';
import type { MajorityJudgementRuleSet } from '../rules/majority-judgement/rule-set.ts';
import type { PhragmenRuleSet } from '../rules/phragmen/rule-set.ts';

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
  const instance = makeInstance({
    budget: BigInt(budget),
    currency: 'XTS',
    decimals: 0,
    projects: costs.map((cost, p) => ({
      id: projectId(letter(p)),
      cost: BigInt(cost),
      name: undefined,
      categories: [],
      neighbourhood: undefined,
    })),
  });
  invariant(instance.ok, 'the small election is well made');
  const rows = ballots.map(([names, weight]): Ballot => ({
    choices: names.split('').map((name) => position(name)),
    points: undefined,
    weight,
  }));
  return { instance: instance.value, profile: groupBallots(kind, rows).profile };
}

const letter = (p: number): string => String.fromCharCode(65 + p);
const position = (name: string): number => name.charCodeAt(0) - 65;

const open: Omit<PhragmenRuleSet, 'rule'> = {
  schema: 'convite/rule-set/1',
  minimumSupport: { votes: 0, shareOfBallots: '0/1', points: 0 },
  exclusiveGroups: [],
  categoryBudgets: {},
  neighbourhoodBudgets: {},
  maximumWinners: null,
  ties: [],
};

export const greedy: GreedyRuleSet = { ...open, rule: 'greedy', utility: 'cost', order: 'per-cost', misfit: 'skip' };
export const equalShares: EqualSharesRuleSet = {
  ...open,
  rule: 'equal-shares',
  utility: 'cost',
  divisor: 'marked-ballots',
  completion: 'none',
  add1Step: '1',
  comparison: 'none',
};
export const phragmen: PhragmenRuleSet = { ...open, rule: 'phragmen' };
export const majorityJudgement: MajorityJudgementRuleSet = {
  ...open,
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
