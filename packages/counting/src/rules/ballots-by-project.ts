import type { Instance } from '../model/instance.ts';
import type { Profile } from '../model/profile.ts';

/**
 * The ballots turned to be read by project.
 *
 * Shapes: the supporters of project p are the groups `group[start[p] … start[p + 1] − 1]`, ascending; `mark` holds
 * the position of that entry in `Profile.choice`, so that points and ranks are found again.
 */
export interface BallotsByProject {
  readonly instance: Instance;
  readonly profile: Profile;
  readonly start: Uint32Array;
  readonly group: Uint32Array;
  readonly mark: Uint32Array;
  /** Summed weight of the ballots that support each project (name it; for points and scores with more than 0). */
  readonly votes: Float64Array;
  /** Summed weight of ballots that name at least one project. */
  readonly marked: number;
}

/** Cost: O(marks). */
export function turnByProject(instance: Instance, profile: Profile): BallotsByProject {
  const projects = instance.projects.length;
  const { points, kind } = profile;
  const positive = kind === 'points' || kind === 'scores';
  const supports = (at: number) => !positive || (points?.[at] ?? 0) > 0;
  const start = new Uint32Array(projects + 1);
  const votes = new Float64Array(projects);
  for (let g = 0; g < profile.groups; g++) {
    for (let at = profile.start[g] ?? 0; at < (profile.start[g + 1] ?? 0); at++) {
      const p = profile.choice[at] ?? 0;
      if (!supports(at)) continue;
      start[p + 1] = (start[p + 1] ?? 0) + 1;
      votes[p] = (votes[p] ?? 0) + (profile.votes[g] ?? 0);
    }
  }
  for (let p = 0; p < projects; p++) start[p + 1] = (start[p + 1] ?? 0) + (start[p] ?? 0);
  const next = start.slice(0, projects);
  const group = new Uint32Array(start[projects] ?? 0);
  const mark = new Uint32Array(group.length);
  for (let g = 0; g < profile.groups; g++) {
    for (let at = profile.start[g] ?? 0; at < (profile.start[g + 1] ?? 0); at++) {
      if (!supports(at)) continue;
      const p = profile.choice[at] ?? 0;
      const to = next[p] ?? 0;
      group[to] = g;
      mark[to] = at;
      next[p] = to + 1;
    }
  }
  return { instance, profile, start, group, mark, votes, marked: profile.ballots - profile.blank };
}
