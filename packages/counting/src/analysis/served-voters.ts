import type { ProjectIndex } from '../model/instance.ts';
import type { Profile } from '../model/profile.ts';
import type { Contest } from '../rules/contest.ts';
import type { ServedVoters } from './outcome-properties.ts';

/** The groups that support a project, ascending. */
export const supportersOf = (contest: Pick<Contest, 'start' | 'group'>, project: ProjectIndex): Uint32Array =>
  contest.group.subarray(contest.start[project], contest.start[project + 1]);

/** How many of the projects that it supports each group got. Cost: O(marks). */
export function fundedChoicesByGroup(contest: Contest, winners: readonly ProjectIndex[]): Uint32Array {
  const choices = new Uint32Array(contest.profile.groups);
  for (const winner of winners) {
    for (const group of supportersOf(contest, winner)) choices[group] = (choices[group] ?? 0) + 1;
  }
  return choices;
}

/** Counts the voters whom an outcome serves, and how well. Blank ballots stand outside. Cost: O(groups). */
export function servedVoters(profile: Profile, fundedChoices: Uint32Array): ServedVoters {
  const histogram: number[] = [0];
  for (const [group, got] of fundedChoices.entries()) {
    while (histogram.length <= got) histogram.push(0);
    histogram[got] = (histogram[got] ?? 0) + (profile.votes[group] ?? 0);
  }
  const marked = profile.ballots - profile.blank;
  return { marked, withFunded: marked - (histogram[0] ?? 0), fundedChoices: histogram };
}
