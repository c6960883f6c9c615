import type { ProjectIndex } from '../model/instance.ts';
import type { Ballot } from '../model/profile.ts';

/**
 * What would have changed the outcome for one project, each change on its own.
 *
 * "Funded" means in every case: also whatever lots would say.
 */
export interface Counterfactuals {
  readonly project: ProjectIndex;
  /** In the outcome itself. For a funded project the switches are its margin: how far it is from losing. */
  readonly funded: boolean;
  /** Costs in minor units. */
  readonly cost: Switch<bigint>;
  /** Numbers of ballots equal to `ballot`: added to the profile, or taken away from it if negative. */
  readonly ballots: Switch<number>;
  /** The ballot that is added or taken away; it names the project and no other. */
  readonly ballot: Ballot;
  /** Full counts that were made to find all this. */
  readonly recounts: number;
}

/**
 * A checked switch: two full recounts under the whole rule set, one unit of change apart, of which one funds the
 * project and the other does not.
 *
 * `smallest`: no smaller change does the same; this is proven for the rule, or every smaller change was recounted.
 * `would_have_been_enough`: some smaller change might also do.
 * `none_in_range`: no change up to `last` that was tried does it, and where `proven` none at all up to there.
 */
export type Switch<T> =
  | {
      readonly type: 'switch';
      readonly funded: T;
      readonly notFunded: T;
      readonly claim: 'smallest' | 'would_have_been_enough';
    }
  | { readonly type: 'none_in_range'; readonly last: T; readonly proven: boolean };

/** A sign of life after each recount or foretelling of one. */
export interface CounterfactualProgress {
  readonly searching: 'cost' | 'ballots';
  readonly asked: number;
}

export interface CounterfactualLimits {
  /** Changes that may be recounted one after another for each switch where the rule proves nothing about them. */
  readonly scan: number;
}
