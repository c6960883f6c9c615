import { type Ballot, makeInstance, projectId, type RuleSet } from '../src/index.ts';
import type { Election } from './election.ts';

/** What every rule set must state, with nothing limited and ties left to lots. */
export const unlimited = {
  schema: 'convite/rule-set/1',
  minimumSupport: { votes: 0, shareOfBallots: '0/1', points: 0 },
  exclusiveGroups: [],
  categoryBudgets: {},
  neighbourhoodBudgets: {},
  maximumWinners: null,
  ties: [],
} satisfies Partial<RuleSet>;

/**
 * An approval election from costs by id and ballots as lists of ids, `3x school park` for three equal ones.
 * @example smallTown(10n, { park: 4n, school: 6n }, ['3x school park', 'park'])
 */
export function smallTown(budget: bigint, costs: Readonly<Record<string, bigint>>, cast: readonly string[]): Election {
  const made = makeInstance({
    budget,
    currency: 'VES',
    decimals: 0,
    projects: Object.entries(costs).map(([id, cost]) => ({
      id: projectId(id),
      cost,
      name: undefined,
      categories: [],
      neighbourhood: undefined,
    })),
  });
  if (!made.ok) throw new Error(made.error.type);
  const place = new Map(made.value.projects.map(({ id }, p): [string, number] => [id, p]));
  const ballots = cast.map((line): Ballot => {
    const words = line.split(' ').filter((word) => word !== '');
    const weight = /^\d+x$/u.test(words[0] ?? '') ? Number.parseInt(words.shift() ?? '1', 10) : 1;
    const choices = words.map((id) => {
      const p = place.get(id);
      if (p === undefined) throw new Error(`a ballot names ${id}`);
      return p;
    });
    return { choices, points: undefined, weight };
  });
  return { instance: made.value, kind: 'approval', ballots };
}
