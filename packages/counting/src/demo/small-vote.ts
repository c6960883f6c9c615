import { composePabulib } from '../formats/write-pabulib.ts';
import type { InTwoLanguages } from './la-enramada.ts';
import type { SampleLanguage } from './sample.ts';

/** A vote small enough to be counted by hand. */
export interface SmallVote {
  readonly description: InTwoLanguages;
  readonly unit: string;
  readonly budget: number;
  readonly voteType: 'choose-1' | 'approval' | 'ordinal' | 'cumulative';
  readonly rule: string;
  /** Further entries of META. */
  readonly limits: readonly (readonly [string, string])[];
  readonly projects: readonly { readonly id: string; readonly cost: number; readonly name: InTwoLanguages }[];
  readonly ballots: readonly SmallBallot[];
}

export interface SmallBallot {
  readonly choices: readonly string[];
  /** Parallel to `choices`, for `cumulative`. */
  readonly points?: readonly number[];
}

const INVENTED: InTwoLanguages = {
  es: '#1: Datos inventados para aprender a contar.',
  en: '#1: Invented data to learn counting with.',
};

/** The vote as a `.pb` text. */
export function composeSmallVote(vote: SmallVote, language: SampleLanguage): string {
  const hasPoints = vote.voteType === 'cumulative';
  const hasScore = hasPoints || vote.voteType === 'ordinal';
  const votes = (id: string) => vote.ballots.filter(({ choices }) => choices.includes(id)).length;
  const score = (id: string) => vote.ballots.reduce((sum, ballot) => sum + worth(ballot, id), 0);
  return composePabulib({
    meta: new Map([
      ['description', vote.description[language]],
      ['country', { es: 'Lugar inventado', en: 'Invented place' }[language]],
      ['unit', vote.unit],
      ['instance', '2026'],
      ['num_projects', String(vote.projects.length)],
      ['num_votes', String(vote.ballots.length)],
      ['budget', String(vote.budget)],
      ['vote_type', vote.voteType],
      ['rule', vote.rule],
      ['date_begin', '2026'],
      ['date_end', '2026'],
      ...vote.limits,
      ['language', language],
      ['currency', 'XTS'],
      ['experimental', '1'],
      ['comment', INVENTED[language]],
    ]),
    projects: [
      ['project_id', 'cost', 'votes', ...(hasScore ? ['score'] : []), 'name'],
      ...vote.projects.map(({ id, cost, name }) => [
        id,
        String(cost),
        String(votes(id)),
        ...(hasScore ? [String(score(id))] : []),
        name[language],
      ]),
    ],
    votes: [
      ['voter_id', 'vote', ...(hasPoints ? ['points'] : [])],
      ...vote.ballots.map(({ choices, points = [] }, i) => [
        String(i + 1),
        choices.join(','),
        ...(hasPoints ? [points.join(',')] : []),
      ]),
    ],
  });
}

/** The points given, or on ranked ballots one for the last place, two for the one before, and so on. */
function worth({ choices, points }: SmallBallot, id: string): number {
  const place = choices.indexOf(id);
  return place === -1 ? 0 : (points?.[place] ?? choices.length - place);
}

/** So many equal ballots for each line: `['A,B', 7]` stands for seven ballots that name A and B, `['', 1]` for a blank. */
export function repeatedBallots(lines: readonly (readonly [string, number])[]): readonly SmallBallot[] {
  return lines.flatMap(([choices, times]) =>
    Array.from({ length: times }, () => ({ choices: choices === '' ? [] : choices.split(',') })),
  );
}

/**
 * Draws ballots that name some projects in order, the more often and the higher the greater their appeal.
 * @param most the number of projects that a ballot names at most; every ballot names at least one
 */
export function drawnBallots(
  random: () => number,
  voters: number,
  most: number,
  appeal: readonly (readonly [id: string, appeal: number])[],
): readonly SmallBallot[] {
  return Array.from({ length: voters }, () => {
    const length = 1 + Math.floor(random() * most);
    const order = appeal.map(([id, weight]) => ({ id, score: random() / weight }));
    return {
      choices: order
        .toSorted((a, b) => a.score - b.score)
        .slice(0, length)
        .map(({ id }) => id),
    };
  });
}

/** Shares out points over the choices of a ballot, never fewer to an earlier one; the first takes what is left over. */
export function sharedOut({ choices }: SmallBallot, points: number): SmallBallot {
  const each = Math.floor(points / Math.max(choices.length, 1));
  return { choices, points: choices.map((_, i) => (i === 0 ? points - each * (choices.length - 1) : each)) };
}
