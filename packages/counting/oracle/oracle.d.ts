import { type Rational } from '@convite/kernel';
import type { ProjectIndex, RuleSet } from '../src/index.ts';
import { type Election } from './election.ts';
/** What both counters must say alike. */
export interface Verdict {
  readonly status: 'complete' | 'lots_required';
  readonly winners: readonly ProjectIndex[];
  readonly cost: bigint;
  /** Each set of winners that some order of lots gives: members ascending, sets in the order of their texts. */
  readonly possible: readonly (readonly ProjectIndex[])[];
  /** Equal shares, first branch: the price of each purchase and how often Add1 raised the endowment. */
  readonly prices: readonly Rational[];
  readonly increments: number;
}
/**
 * Counts an election a second time, for tests: written from docs/spec/counting.md alone, every ballot by itself, every
 * order of lots by itself, no thought given to speed.
 * Cost: exponential in ties. @throws TooManyBranches
 */
export declare function recount(election: Election, ruleSet: RuleSet): Verdict;
/** Sets of winners, each once, in an order that does not depend on how they were found. */
export declare function distinct(sets: readonly (readonly ProjectIndex[])[]): readonly (readonly ProjectIndex[])[];
