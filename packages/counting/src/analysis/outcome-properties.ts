import type { Rational } from '@convite/kernel';
import type { ProjectIndex } from '../model/instance.ts';
import type { Segment } from '../model/segments.ts';

/** What was checked about one outcome. Money in minor units, votes as summed weights. */
export interface OutcomeProperties {
  readonly withinBudget: WithinBudget;
  readonly exhaustive: Exhaustiveness;
  /** Undefined where the rule's rounds say nothing about who paid. */
  readonly priceSystem: PriceSystem | undefined;
  readonly ejrPlus: EjrPlus;
  readonly voters: ServedVoters;
  /** Ascending by name; a project with several categories stands under each, one without under none. */
  readonly byCategory: readonly FundedShare[];
  readonly byNeighbourhood: readonly FundedShare[];
  readonly bySegment: readonly SegmentShare[];
}

export interface WithinBudget {
  readonly holds: boolean;
  /** Summed cost of the winners. */
  readonly spent: bigint;
  /** The part of `spent` that the rule set's reserve pays: the winner that was topped up, beyond the envelope. */
  readonly fromReserve: bigint;
  /** The envelope less what it pays for. */
  readonly left: bigint;
}

export interface Exhaustiveness {
  readonly holds: boolean;
  /** Not funded although the money left covers it and no other clause of the rule set refuses it. Ascending. */
  readonly fits: readonly ProjectIndex[];
}

export interface PriceSystem {
  readonly holds: boolean;
  /** Winners whose cost the payments of the rounds cover, in order of purchase. */
  readonly covers: readonly ProjectIndex[];
  /** Winners bought by completion, for which nobody's share was charged. */
  readonly outside: readonly ProjectIndex[];
  readonly breaches: readonly PriceBreach[];
}

/** A condition of the price system that the rounds break, with the project or group that breaks it. */
export type PriceBreach =
  | { readonly type: 'payments_differ_from_cost'; readonly project: ProjectIndex }
  | { readonly type: 'paid_without_support'; readonly project: ProjectIndex; readonly group: number }
  | { readonly type: 'overspent'; readonly group: number }
  | { readonly type: 'negative_payment'; readonly project: ProjectIndex; readonly group: number }
  | { readonly type: 'supporters_could_still_pay'; readonly project: ProjectIndex; readonly left: Rational }
  | { readonly type: 'not_a_winner'; readonly project: ProjectIndex };

export interface EjrPlus {
  /** Undefined where it cannot be decided: the utilities of one project differ between its supporters. */
  readonly holds: boolean | undefined;
  /** The votes among which the envelope counts as divided. */
  readonly voters: number;
  readonly violations: readonly FailedGroup[];
}

/** The largest group of supporters of `project` that shows the violation: its least served `votes` supporters. */
export interface FailedGroup {
  readonly project: ProjectIndex;
  readonly votes: number;
}

export interface ServedVoters {
  readonly marked: number;
  readonly withFunded: number;
  /** Position k: the votes with exactly k funded choices; ends with the last that is not zero. */
  readonly fundedChoices: readonly number[];
}

export interface FundedShare {
  readonly name: string;
  readonly funded: number;
  readonly cost: bigint;
}

export interface SegmentShare {
  readonly attribute: Segment['attribute'];
  readonly label: string;
  readonly marked: number;
  readonly blank: number;
  readonly withFunded: number;
  /** What these voters paid in the rounds and, for winners that no round charges, their equal part of the cost. */
  readonly paid: Rational;
}
