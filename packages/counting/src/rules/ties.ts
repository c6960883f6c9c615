import { invariant } from '@convite/kernel';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import type { Tie } from '../model/outcome.ts';
import type { TieCriterion } from '../model/rule-set-members.ts';

/** When in a count a tie is met: some rules run several times before one run makes the outcome. */
export interface Moment {
  readonly run: number;
  readonly round: number;
}

/** A tie as it is met, before it is known which run makes the outcome. */
type MetTie = Omit<Tie, 'round'> & { readonly at: Moment };

/** Decides among equal claims. `tied` is ascending and holds at least two. */
export interface TieBreaker {
  /** Settles a choice that may change the winners. */
  readonly choose: (tied: readonly ProjectIndex[], at: Moment) => ProjectIndex;
  /** Settles only the order among claims that will all be honoured. */
  readonly first: (tied: readonly ProjectIndex[]) => ProjectIndex;
}

/** One way through all the open ties of a count. */
export interface Branch<T> {
  readonly result: T;
  /** The set of winners, as one text. */
  readonly key: string;
  readonly ties: readonly MetTie[];
  /** The choice at each open tie, in the order met. */
  readonly path: readonly ProjectIndex[];
}

const MAXIMUM_BRANCHES = 64;

/**
 * Counts once for every way in which lots could settle the ties that the rule set leaves open.
 *
 * An order of lots is one order of all projects, kept through the whole count: a choice of p among {p, q} holds for
 * every later tie of the two. So a branch is a partial order, grown by one choice at each open tie, and at a tie only
 * those that no other tied one precedes can come first.
 * Source: docs/spec/counting.md, C.3.
 * Cost: at most 64 counts.
 *
 * @returns the branches, the first being that of ascending ids, and whether all were followed.
 */
export function followBranches<T>(
  instance: Instance,
  criteria: readonly TieCriterion[],
  run: (ties: TieBreaker) => T,
  winnersOf: (result: T) => readonly ProjectIndex[],
): { readonly branches: readonly Branch<T>[]; readonly complete: boolean } {
  const branches: Branch<T>[] = [];
  const waiting: (readonly ProjectIndex[])[] = [[]];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    if (branches.length === MAXIMUM_BRANCHES) return { branches, complete: false };
    const breaker = makeBreaker(instance, criteria, prefix, waiting);
    const result = run(breaker);
    const key = winnersOf(result)
      .toSorted((a, b) => a - b)
      .join(' ');
    branches.push({ result, key, ties: breaker.met, path: breaker.path });
  }
  return { branches, complete: true };
}

function makeBreaker(
  instance: Instance,
  criteria: readonly TieCriterion[],
  prefix: readonly ProjectIndex[],
  waiting: (readonly ProjectIndex[])[],
): TieBreaker & { readonly met: readonly MetTie[]; readonly path: readonly ProjectIndex[] } {
  const met: MetTie[] = [];
  const path: ProjectIndex[] = [];
  const precedes = new Map<ProjectIndex, Set<ProjectIndex>>();

  const choose = (tied: readonly ProjectIndex[], at: Moment): ProjectIndex => {
    const settled = applyCriteria(instance, criteria, tied);
    if (settled.left.length === 1) {
      const [chosen] = settled.left;
      invariant(chosen !== undefined && settled.by !== undefined, 'a criterion narrows to one of the tied');
      met.push({ at, tied, decisive: undefined, settledBy: settled.by, chosen });
      return chosen;
    }
    const possible = settled.left.filter((p) => !settled.left.some((q) => precedes.get(q)?.has(p)));
    const chosen = possible.length === 1 ? possible[0] : (prefix[path.length] ?? possible[0]);
    invariant(chosen !== undefined && possible.includes(chosen), 'an order has a first among the tied');
    if (possible.length > 1) {
      if (path.length >= prefix.length) {
        for (const other of possible.slice(1).toReversed()) waiting.push([...path, other]);
      }
      path.push(chosen);
      met.push({ at, tied: settled.left, decisive: false, settledBy: 'open', chosen });
      for (const other of settled.left) if (other !== chosen) putBefore(precedes, chosen, other);
    }
    return chosen;
  };
  const first = (tied: readonly ProjectIndex[]): ProjectIndex => {
    const [chosen] = applyCriteria(instance, criteria, tied).left;
    invariant(chosen !== undefined, 'a tie holds projects');
    return chosen;
  };
  return { choose, first, met, path };
}

/** Adds `first` before `second` and keeps the order transitive. */
function putBefore(precedes: Map<ProjectIndex, Set<ProjectIndex>>, first: ProjectIndex, second: ProjectIndex): void {
  const after = [second, ...(precedes.get(second) ?? [])];
  const before = [first, ...[...precedes].filter(([, later]) => later.has(first)).map(([p]) => p)];
  for (const p of before) {
    const later = precedes.get(p) ?? new Set();
    for (const q of after) later.add(q);
    precedes.set(p, later);
  }
}

/** Narrows the tied by the criteria of the rule set, in their order. */
function applyCriteria(
  instance: Instance,
  criteria: readonly TieCriterion[],
  tied: readonly ProjectIndex[],
): { readonly left: readonly ProjectIndex[]; readonly by: Tie['settledBy'] | undefined } {
  let left = tied;
  for (const criterion of criteria) {
    if (criterion === 'project-id') return { left: left.slice(0, 1), by: 'project_id' };
    if (criterion === 'lower-cost') {
      const costs = left.map((p) => instance.projects[p]?.cost ?? 0n);
      const least = costs.reduce((a, b) => (b < a ? b : a));
      left = left.filter((_, i) => costs[i] === least);
      if (left.length === 1) return { left, by: 'lower_cost' };
      continue;
    }
    // The draw says nothing about projects that were not in it, so these stay beside the first drawn.
    const drawn = criterion.lots.filter((id) => left.some((p) => instance.projects[p]?.id === id));
    const later = new Set(drawn.slice(1));
    left = left.filter((p) => !later.has(instance.projects[p]?.id ?? ''));
    if (left.length === 1) return { left, by: 'lots' };
  }
  return { left, by: undefined };
}

/**
 * The ties of the first branch. Of each open one it says whether its choice changes the set of winners: whether the
 * sets that can still come about differ between the choices made there. Ties that a criterion settled in a run that
 * did not make the outcome are left out.
 */
export function judgeTies<T>(branches: readonly Branch<T>[], complete: boolean, outcomeRun: number): readonly Tie[] {
  const [reported] = branches;
  invariant(reported !== undefined, 'there is at least one branch');
  let depth = -1;
  return reported.ties.flatMap(({ at, ...tie }): readonly Tie[] => {
    const round = at.run === outcomeRun ? at.round : undefined;
    if (tie.settledBy !== 'open') return round === undefined ? [] : [{ ...tie, round }];
    depth++;
    const met = depth;
    const before = reported.path.slice(0, met);
    const through = branches.filter(({ path }) => before.every((choice, i) => path[i] === choice));
    const setsOf = (choice: ProjectIndex | undefined) =>
      [...new Set(through.filter(({ path }) => path[met] === choice).map(({ key }) => key))].toSorted().join('\n');
    const choices = [...new Set(through.map(({ path }) => path[met]))];
    const decisive = !complete || new Set(choices.map(setsOf)).size > 1;
    return [{ ...tie, round, decisive, settledBy: decisive ? ('open' as const) : ('same_winners' as const) }];
  });
}
