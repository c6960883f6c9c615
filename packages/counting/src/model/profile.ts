import { invariant } from '@convite/kernel';
import type { ProjectIndex } from './instance.ts';

/**
 * How a ballot says what it wants.
 * `choose-one` and `approval`: a set of projects. `ranked`: an order, best first. `points`: whole points shared out
 * (cumulative). `scores`: a whole score for each project, by itself (also the grades of majority judgement, 0 worst).
 */
export type BallotKind = 'choose-one' | 'approval' | 'ranked' | 'points' | 'scores';

/** One ballot, read: every project at most once (the first mention stands), points parallel to `choices`. */
export interface Ballot {
  readonly choices: readonly ProjectIndex[];
  /** Whole, not negative; present for `points` and `scores` (and kept for `ranked` where a file has them). */
  readonly points: readonly number[] | undefined;
  /** Whole, at least 1: the ballot counts as this many equal ballots, everywhere, the divisor included. */
  readonly weight: number;
}

/**
 * The ballots, equal ones merged, in rows of typed arrays (compressed sparse rows).
 *
 * Shapes: group g holds `choice[start[g] … start[g + 1] − 1]`, in the order of the ballot for `ranked`, ascending
 * otherwise; `points` is parallel to `choice`; `votes[g]` is the summed weight of its ballots. Groups stand in
 * ascending order of their rows, so a profile is the same whatever the order of the ballots. Blank ballots are in no
 * group. All numbers are whole and below 2^53, so doubles hold them exactly.
 */
export interface Profile {
  readonly kind: BallotKind;
  /** Summed weight of all ballots, blank ones included. */
  readonly ballots: number;
  /** Summed weight of ballots that name no project. */
  readonly blank: number;
  readonly groups: number;
  readonly start: Uint32Array;
  readonly choice: Uint32Array;
  readonly points: Float64Array | undefined;
  readonly votes: Float64Array;
}

/** Reads one group back as a ballot, with the group's summed weight. */
export function groupBallot(profile: Profile, group: number): Ballot {
  const from = profile.start[group];
  const to = profile.start[group + 1];
  const weight = profile.votes[group];
  invariant(from !== undefined && to !== undefined && weight !== undefined, 'the group exists');
  return {
    choices: [...profile.choice.subarray(from, to)],
    points: profile.points === undefined ? undefined : [...profile.points.subarray(from, to)],
    weight,
  };
}
