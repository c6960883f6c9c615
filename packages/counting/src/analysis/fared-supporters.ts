import { compareCodePoints } from '@convite/kernel';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import { groupBallot, type Profile } from '../model/profile.ts';

/** How the supporters of a project fared. */
export interface FaredSupporters {
  /** Votes that name it. */
  readonly votes: number;
  /** Of these, with at least one other winner. */
  readonly withOther: number;
  /** Other winners that they also chose, by id, most first. */
  readonly also: readonly { readonly project: string; readonly votes: number }[];
}

/** Projects named beside each other are told up to so many. */
const most = 8;

/**
 * How the supporters of each project fared, by its id: how many have another winner among their choices, and which.
 * A choice with points counts only with more than 0. Cost: O(marks · winners of a ballot).
 */
export function faredSupporters(
  { projects }: Instance,
  profile: Profile,
  winners: readonly ProjectIndex[],
): Readonly<Record<string, FaredSupporters>> {
  const won = new Set(winners);
  const needsPoints = profile.kind === 'points' || profile.kind === 'scores';
  const tallies = projects.map(() => ({ votes: 0, withOther: 0, also: new Map<ProjectIndex, number>() }));
  for (let group = 0; group < profile.groups; group++) {
    const { choices, points, weight } = groupBallot(profile, group);
    const supported = needsPoints ? choices.filter((_, i) => (points?.[i] ?? 0) > 0) : choices;
    const funded = supported.filter((p) => won.has(p));
    for (const p of supported) {
      const tally = tallies[p];
      if (tally === undefined) continue;
      tally.votes += weight;
      if (funded.length > (won.has(p) ? 1 : 0)) tally.withOther += weight;
      for (const other of funded) {
        if (other !== p) tally.also.set(other, (tally.also.get(other) ?? 0) + weight);
      }
    }
  }
  const idOf = (p: ProjectIndex): string => projects[p]?.id ?? '';
  return Object.fromEntries(
    tallies.map(({ votes, withOther, also }, p) => [
      idOf(p),
      {
        votes,
        withOther,
        also: [...also]
          .map(([other, shared]) => ({ project: idOf(other), votes: shared }))
          .toSorted((a, b) => b.votes - a.votes || compareCodePoints(a.project, b.project))
          .slice(0, most),
      },
    ]),
  );
}
