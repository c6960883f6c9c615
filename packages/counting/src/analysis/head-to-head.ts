import type { Instance, ProjectIndex } from '../model/instance.ts';
import type { Profile } from '../model/profile.ts';

/** Votes that get more from the first of two sets of winners, more from the second, and the same from both. */
export interface Preference {
  readonly first: number;
  readonly second: number;
  readonly equal: number;
}

export interface HeadToHead {
  /** By the number of funded choices. */
  readonly byChoices: Preference;
  /** By the summed cost of funded choices. */
  readonly byMoney: Preference;
  /** Marked ballots that name no winner of the first, of the second. */
  readonly unserved: { readonly first: number; readonly second: number };
}

/**
 * Compares two sets of winners vote by vote. Every marked ballot takes part, also those that one or both leave empty;
 * blank ballots do not.
 *
 * A choice is a project that the ballot supports: for points and scores with more than 0.
 * Exactness: whole numbers; summed costs on `bigint`.
 * Cost: O(marks).
 */
export function headToHead(
  instance: Instance,
  profile: Profile,
  first: readonly ProjectIndex[],
  second: readonly ProjectIndex[],
): HeadToHead {
  const isFirst = membership(instance, first);
  const isSecond = membership(instance, second);
  const positive = profile.kind === 'points' || profile.kind === 'scores';
  const byChoices = { first: 0, second: 0, equal: 0 };
  const byMoney = { first: 0, second: 0, equal: 0 };
  const unserved = { first: 0, second: 0 };
  for (let g = 0; g < profile.groups; g++) {
    const votes = profile.votes[g] ?? 0;
    let inFirst = 0;
    let inSecond = 0;
    let difference = 0n;
    for (let i = profile.start[g] ?? 0; i < (profile.start[g + 1] ?? 0); i++) {
      if (positive && profile.points?.[i] === 0) continue;
      const p = profile.choice[i] ?? 0;
      const a = isFirst[p] ?? 0;
      const b = isSecond[p] ?? 0;
      inFirst += a;
      inSecond += b;
      if (a !== b) difference += (instance.projects[p]?.cost ?? 0n) * (a > b ? 1n : -1n);
    }
    byChoices[better(inFirst - inSecond)] += votes;
    byMoney[better(difference > 0n ? 1 : difference < 0n ? -1 : 0)] += votes;
    if (inFirst === 0) unserved.first += votes;
    if (inSecond === 0) unserved.second += votes;
  }
  return { byChoices, byMoney, unserved };
}

const better = (difference: number): keyof Preference =>
  difference > 0 ? 'first' : difference < 0 ? 'second' : 'equal';

function membership(instance: Instance, winners: readonly ProjectIndex[]): Uint8Array {
  const member = new Uint8Array(instance.projects.length);
  for (const winner of winners) member[winner] = 1;
  return member;
}
