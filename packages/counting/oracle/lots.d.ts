import type { ProjectIndex, TieCriterion } from '../src/index.ts';
import { type Election } from './election.ts';
/** Chooses one of equal claims. */
export type Choose = (tied: readonly ProjectIndex[]) => ProjectIndex;
/** Spec C.3: what the criteria of the rule set leave of a tie. */
export declare function narrowed(
  election: Election,
  criteria: readonly TieCriterion[],
  tied: readonly ProjectIndex[],
): readonly ProjectIndex[];
/** More branches than anybody wants to wait for. */
export declare class TooManyBranches extends Error {
  readonly name = 'TooManyBranches';
}
/**
 * Spec C.3: runs a count once for every order of lots that makes a difference to its choices, first branch first.
 *
 * A branch is a list of choices. Each run replays the list it was given and goes on with the first free choice;
 * the choices not taken are runs of their own. What was chosen before others is remembered through the whole run, so
 * that all choices of a run agree with one order of lots.
 */
export declare function everyBranch<T>(
  election: Election,
  criteria: readonly TieCriterion[],
  run: (choose: Choose) => T,
  limit?: number,
): readonly T[];
