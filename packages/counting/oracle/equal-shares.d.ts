import { type Rational } from '@convite/kernel';
import type { Ballot, EqualSharesRuleSet, ProjectIndex } from '../src/index.ts';
import { type Election } from './election.ts';
import type { Choose } from './lots.ts';
export interface Shares {
  readonly winners: readonly ProjectIndex[];
  /** Of each purchase, in order. */
  readonly prices: readonly Rational[];
  readonly increments: number;
}
/** Spec C.5.1, step 2: the least price at which the supporters reach the cost; undefined when they cannot. */
export declare function price(goal: bigint, left: readonly Rational[], wants: readonly bigint[]): Rational | undefined;
/** Spec C.5. */
export declare function equalShares(
  election: Election,
  ruleSet: EqualSharesRuleSet,
  voters: readonly Ballot[],
  projects: readonly ProjectIndex[],
  choose: Choose,
): Shares;
