import { plainInstance } from '../src/analysis/plain-instance.fixture.ts';
import type { Ballot } from '../src/index.ts';
import type { Election } from './election.ts';

/**
 * An approval election from costs by id and ballots as lists of ids, `3x school park` for three equal ones.
 * @example smallTown(10n, { park: 4n, school: 6n }, ['3x school park', 'park'])
 */
export function smallTown(budget: bigint, costs: Readonly<Record<string, bigint>>, cast: readonly string[]): Election {
  const instance = plainInstance(budget, Object.entries(costs));
  const place = new Map(instance.projects.map(({ id }, p): [string, number] => [id, p]));
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
  return { instance, kind: 'approval', ballots };
}
