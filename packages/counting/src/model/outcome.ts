import type { Rational } from '@convite/kernel';
import type { ProjectIndex } from './instance.ts';

/**
 * What a rule returns: the winners and every decision that led to them, or the tie that only lots can decide.
 * Positions refer to `Instance.projects` and `Profile` groups.
 */
export interface Outcome {
  readonly status: 'complete' | 'lots_required';
  /** In order of selection. Under `lots_required`: those that win whatever the lots say, ascending. */
  readonly winners: readonly ProjectIndex[];
  /** Summed cost of `winners`, minor units. */
  readonly cost: bigint;
  /** Every decision in its order; of the first branch under `lots_required`. */
  readonly rounds: readonly Round[];
  /** Ascending; exactly the projects that are not in `winners` (under `lots_required`: that lose in every branch). */
  readonly notFunded: readonly NotFunded[];
  readonly ties: readonly Tie[];
  /** Under `lots_required`: each set of winners that some order of lots gives, ascending; the limit may cut it. */
  readonly possible: readonly (readonly ProjectIndex[])[];
  /** False when there were more branches than were followed. */
  readonly allBranchesFollowed: boolean;
  /** Equal shares only: the endowment that was reached and how. */
  readonly endowment: Endowment | undefined;
  /** Equal shares with a comparison step only. */
  readonly comparison: Comparison | undefined;
  readonly arithmetic: Arithmetic;
}

/** How often the fast path was enough, and how often exact fractions had to decide. The answer is the same. */
export interface Arithmetic {
  readonly filtered: number;
  readonly exact: number;
}

/** Equal shares: what each vote held at the start, and how completion moved it. Money in minor units. */
export interface Endowment {
  readonly divisor: bigint;
  readonly start: Rational;
  /** Times that Add1 raised the endowment to reach the outcome (0 without Add1). */
  readonly increments: number;
  readonly reached: Rational;
  /** Why Add1 stopped. */
  readonly stopped: 'exhaustive' | 'next_over_budget' | 'not_asked';
}

/** Equal shares with a comparison step: how many votes prefer each outcome by the money of their funded choices. */
export interface Comparison {
  readonly preferEqualShares: bigint;
  readonly preferGreedy: bigint;
  readonly equal: bigint;
  readonly stands: 'equal-shares' | 'greedy';
}

export type Round = PurchaseRound | GreedyRound | LoadRound;

/** Equal shares: one project bought by its supporters together. */
export interface PurchaseRound {
  readonly type: 'purchase';
  readonly project: ProjectIndex;
  /** Money per unit of utility, minor units: the least at which the supporters together reach the cost. */
  readonly price: Rational;
  /** cost ÷ what one vote pays in full: the votes that the project still had, counting half-spent ones in part. */
  readonly effectiveVotes: Rational;
  /** Votes (summed weights) of all supporters, spent or not. */
  readonly supporters: bigint;
  /** What one vote of each group pays: `paid[i] / denominator` minor units for group `groups[i]`; zero ones left out. */
  readonly groups: Uint32Array;
  readonly paid: readonly bigint[];
  readonly denominator: bigint;
  /** True where the group paid all that it had left instead of the full price. */
  readonly emptied: Uint8Array;
}

/** Greedy and majority judgement, also as completion: one project considered in its order. */
export interface GreedyRound {
  readonly type: 'considered';
  readonly project: ProjectIndex;
  /** Summed utility (votes × cost, votes, points, or the median grade). */
  readonly utility: bigint;
  readonly votes: bigint;
  readonly decision: 'funded' | 'funded_from_reserve' | 'refused';
  /** Present when refused. */
  readonly reason: LossReason | undefined;
  /** Money of the envelope left after the decision. */
  readonly left: bigint;
  /** True when the round belongs to the completion of another rule. */
  readonly completion: boolean;
}

/** Phragmén: one project bought at the least new maximal load. */
export interface LoadRound {
  readonly type: 'load';
  readonly project: ProjectIndex;
  /** Money per vote, minor units, that every supporter now carries; undefined for an unsupported project. */
  readonly load: Rational | undefined;
  readonly supporters: bigint;
}

export interface NotFunded {
  readonly project: ProjectIndex;
  readonly reason: LossReason;
}

/** Why a project lost, in the terms of the rule. Money in minor units. */
export type LossReason =
  /** Its supporters' money at the end was below its cost. */
  | { readonly type: 'unaffordable'; readonly left: Rational; readonly supporters: bigint }
  /** It stood behind others and what was left did not cover it. */
  | { readonly type: 'does_not_fit'; readonly left: bigint }
  /** It would have fitted alone, but others came first and the rule had ended. */
  | { readonly type: 'outbid'; readonly by: ProjectIndex | undefined }
  | {
      readonly type: 'below_threshold';
      readonly measure: 'votes' | 'points';
      readonly reached: bigint;
      readonly required: bigint;
    }
  | { readonly type: 'excluded_by'; readonly winner: ProjectIndex }
  | {
      readonly type: 'part_budget_spent';
      readonly part: 'category' | 'neighbourhood';
      readonly name: string;
      readonly left: bigint;
    }
  | { readonly type: 'enough_winners'; readonly winners: number }
  | { readonly type: 'no_support' };

/**
 * Equal claims met on the way, of which the rule could honour only one at a time.
 * Those that all were honoured one after another, whatever their order, are not listed.
 */
export interface Tie {
  /** Position in `rounds` at which it was met; undefined when met at an endowment that Add1 went past. */
  readonly round: number | undefined;
  readonly tied: readonly ProjectIndex[];
  /** Whether the choice changes the set of winners; undefined where a criterion of the rule set settled it unasked. */
  readonly decisive: boolean | undefined;
  readonly settledBy: 'same_winners' | 'lower_cost' | 'project_id' | 'lots' | 'open';
  readonly chosen: ProjectIndex;
}
