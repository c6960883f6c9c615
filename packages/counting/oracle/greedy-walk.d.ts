import type { Ballot, GreedyRuleSet, ProjectIndex, RuleSet, Utility } from '../src/index.ts';
import { type Election } from './election.ts';
import type { Choose } from './lots.ts';
/**
 * Spec C.4, steps 1 to 5, from the winners that are there already; `compare` puts greater claims first.
 * @returns all winners, the given ones first.
 */
export declare function walk(
  election: Election,
  ruleSet: RuleSet,
  misfit: GreedyRuleSet['misfit'],
  from: {
    readonly winners: readonly ProjectIndex[];
    readonly projects: readonly ProjectIndex[];
  },
  compare: (p: ProjectIndex, q: ProjectIndex) => number,
  choose: Choose,
): readonly ProjectIndex[];
/** Spec C.4: greater density first. */
export declare function byDensity(
  election: Election,
  name: Utility,
  voters: readonly Ballot[],
): (p: ProjectIndex, q: ProjectIndex) => number;
/** Spec C.4, order `total`: greater summed utility first. */
export declare function byTotal(
  election: Election,
  name: Utility,
  voters: readonly Ballot[],
): (p: ProjectIndex, q: ProjectIndex) => number;
/** Spec C.7: the majority value, by removing one majority grade after the other. */
export declare function majorityValue(grades: readonly bigint[]): readonly bigint[];
/** Spec C.7: greater majority value first. */
export declare function byMajorityValue(
  election: Election,
  unmarked: number,
  voters: readonly Ballot[],
): (p: ProjectIndex, q: ProjectIndex) => number;
