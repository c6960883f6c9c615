import { invariant } from '@convite/kernel';
import { groupBallots } from '../model/group-ballots.ts';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import { type Ballot, groupBallot, type Profile } from '../model/profile.ts';

/** The same instance with another cost of one project, minor units. */
export const withCost = (instance: Instance, project: ProjectIndex, cost: bigint): Instance => ({
  ...instance,
  projects: instance.projects.map((given, p) => (p === project ? { ...given, cost } : given)),
});

/**
 * The ballot that wants one project and nothing else, as strongly as the ballots of the profile can say it.
 *
 * `choose-one`, `approval`: it names the project. `ranked`: it ranks the project first and no other (under Borda such a
 * ballot gives nothing: the last of a ballot has 0 there), with the most points that any rank has where the file has
 * points. `points`: it gives the project all the points of the fullest ballot. `scores`: the highest score that any
 * ballot gives. Without marked ballots to measure by, one point.
 */
export function ballotFor(profile: Profile, project: ProjectIndex): Ballot {
  return { choices: [project], points: fullMark(profile), weight: 1 };
}

function fullMark({ kind, points, start, groups }: Profile): readonly number[] | undefined {
  if (kind === 'choose-one' || kind === 'approval' || (kind === 'ranked' && points === undefined)) return undefined;
  let most = 1;
  for (let g = 0; g < groups; g++) {
    let sum = 0;
    for (let i = start[g] ?? 0; i < (start[g + 1] ?? 0); i++) {
      const mark = points?.[i] ?? 0;
      sum = kind === 'points' ? sum + mark : Math.max(sum, mark);
    }
    most = Math.max(most, sum);
  }
  return [most];
}

/** Profiles that differ in how many ballots are equal to one given ballot. */
export interface BallotsChanged {
  /** Votes of such ballots in the profile itself. */
  readonly present: number;
  /** The profile with so many more of them, fewer if negative. Requires: present + added ≥ 0. */
  readonly add: (added: number) => Profile;
}

/** Makes a profile ready to receive or lose equal ballots. Cost: O(marks · log groups) once, O(groups) for each `add`. */
export function changeBallots(profile: Profile, ballot: Ballot): BallotsChanged {
  const rows = Array.from({ length: profile.groups }, (_, g) => groupBallot(profile, g));
  const blank = profile.blank === 0 ? [] : [{ choices: [], points: undefined, weight: profile.blank }];
  const grouped = groupBallots(profile.kind, [...rows, ...blank, ballot]);
  const group = grouped.groupOf.at(-1);
  const summed = group === undefined ? undefined : grouped.profile.votes[group];
  invariant(group !== undefined && summed !== undefined, 'the added ballot is in a group');
  const present = summed - ballot.weight;
  return {
    present,
    add: (added) => {
      const votes = present + added;
      invariant(votes >= 0, 'no more ballots are taken away than there are');
      if (added === 0) return profile;
      if (votes === 0) return groupBallots(profile.kind, [...rows.toSpliced(group, 1), ...blank]).profile;
      return { ...grouped.profile, ballots: profile.ballots + added, votes: grouped.profile.votes.with(group, votes) };
    },
  };
}
