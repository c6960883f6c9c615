import type { ProjectIndex, TieCriterion } from '../src/index.ts';
import { cost, type Election, projectAt } from './election.ts';

/** Chooses one of equal claims. */
export type Choose = (tied: readonly ProjectIndex[]) => ProjectIndex;

/** Spec C.3: what the criteria of the rule set leave of a tie. */
function narrowed(
  election: Election,
  criteria: readonly TieCriterion[],
  tied: readonly ProjectIndex[],
): readonly ProjectIndex[] {
  let left = tied.toSorted((a, b) => a - b);
  for (const criterion of criteria) {
    if (criterion === 'lower-cost') {
      left = left.filter((p) => left.every((q) => cost(election, p) <= cost(election, q)));
    } else if (criterion === 'project-id') {
      left = left.slice(0, 1);
    } else {
      const place = (p: ProjectIndex): number => criterion.lots.indexOf(projectAt(election, p).id);
      left = left.filter((p) => place(p) < 0 || left.every((q) => place(q) < 0 || place(p) <= place(q)));
    }
  }
  return left;
}

/** More branches than anybody wants to wait for. */
class TooManyBranches extends Error {
  override readonly name = 'TooManyBranches';
}

/**
 * Spec C.3: runs a count once for every order of lots that makes a difference to its choices, first branch first.
 *
 * A branch is a list of choices. Each run replays the list it was given and goes on with the first free choice;
 * the choices not taken are runs of their own. What was chosen before others is remembered through the whole run, so
 * that all choices of a run agree with one order of lots.
 */
export function everyBranch<T>(
  election: Election,
  criteria: readonly TieCriterion[],
  run: (choose: Choose) => T,
  limit = 5000,
): readonly T[] {
  const results: T[] = [];
  const open: (readonly ProjectIndex[])[] = [[]];
  for (let given = open.pop(); given !== undefined; given = open.pop()) {
    if (results.length === limit) throw new TooManyBranches();
    const made: ProjectIndex[] = [];
    const alternatives: (readonly ProjectIndex[])[] = [];
    const before: (readonly [ProjectIndex, ProjectIndex])[] = [];
    const replay = given;
    results.push(
      run((tied) => {
        const left = narrowed(election, criteria, tied);
        const free = left.filter((p) => !left.some((q) => q !== p && precedes(before, q, p)));
        const chosen = replay[made.length] ?? free[0];
        if (chosen === undefined) throw new Error('a tie has members');
        if (made.length >= replay.length) {
          for (const other of free.slice(1)) alternatives.push([...made, other]);
        }
        made.push(chosen);
        for (const other of left) if (other !== chosen) before.push([chosen, other]);
        return chosen;
      }),
    );
    open.push(...alternatives.toReversed());
  }
  return results;
}

/** Follows "came before" from one project to the other. */
function precedes(
  before: readonly (readonly [ProjectIndex, ProjectIndex])[],
  a: ProjectIndex,
  b: ProjectIndex,
): boolean {
  const reached = new Set([a]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [x, y] of before) {
      if (reached.has(x) && !reached.has(y)) {
        reached.add(y);
        grown = true;
      }
    }
  }
  return reached.has(b);
}
