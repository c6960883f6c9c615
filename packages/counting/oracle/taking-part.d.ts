import type { Ballot, ProjectIndex, RuleSet } from '../src/index.ts';
import { type Election } from './election.ts';
/** Spec C.2: the projects that reach both minimum supports. */
export declare function eligible(
  election: Election,
  ruleSet: RuleSet,
  voters: readonly Ballot[],
): readonly ProjectIndex[];
/** Spec C.2: nothing but money stands between the project and the winners. */
export declare function isOpen(
  election: Election,
  ruleSet: RuleSet,
  winners: readonly ProjectIndex[],
  p: ProjectIndex,
): boolean;
/** Spec C.2: the envelope still covers the project. */
export declare const fits: (election: Election, winners: readonly ProjectIndex[], p: ProjectIndex) => boolean;
