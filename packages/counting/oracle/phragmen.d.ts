import type { Ballot, PhragmenRuleSet, ProjectIndex } from '../src/index.ts';
import { type Election } from './election.ts';
import type { Choose } from './lots.ts';
/** Spec C.6. */
export declare function phragmen(
  election: Election,
  ruleSet: PhragmenRuleSet,
  voters: readonly Ballot[],
  projects: readonly ProjectIndex[],
  choose: Choose,
): readonly ProjectIndex[];
