import { compareCodePoints, invariant } from '@convite/kernel';
import type { Instance, Project, ProjectIndex } from '../model/instance.ts';
import type { FundedShare } from './outcome-properties.ts';

/**
 * What each category, place or other part got: funded projects and their summed cost, minor units.
 *
 * Every part that any project names is listed, those that got nothing included. Ascending by code point.
 */
export function moneyByPart(
  instance: Instance,
  winners: readonly ProjectIndex[],
  partsOf: (project: Project) => readonly string[],
): readonly FundedShare[] {
  const shares = new Map<string, { funded: number; cost: bigint }>();
  for (const project of instance.projects)
    for (const part of partsOf(project)) shares.set(part, { funded: 0, cost: 0n });
  for (const winner of winners) {
    const project = instance.projects[winner];
    invariant(project !== undefined, 'a winner is a project of the instance');
    for (const part of new Set(partsOf(project))) {
      const share = shares.get(part);
      invariant(share !== undefined, 'every part was listed');
      share.funded += 1;
      share.cost += project.cost;
    }
  }
  return [...shares].toSorted(([a], [b]) => compareCodePoints(a, b)).map(([name, share]) => ({ name, ...share }));
}
