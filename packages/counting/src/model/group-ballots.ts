import { invariant } from '@convite/kernel';
import type { Ballot, BallotKind, Profile } from './profile.ts';

/** A profile and, for each ballot in the order given, its group (−1 for a blank one). */
export interface GroupedBallots {
  readonly profile: Profile;
  readonly groupOf: Int32Array;
}

/** Ballots in rows: ballot i holds `choice[start[i] … start[i + 1] − 1]`, `points` parallel to `choice`. */
export interface BallotRows {
  readonly start: ArrayLike<number>;
  readonly choice: ArrayLike<number>;
  readonly points: ArrayLike<number> | undefined;
  readonly weight: ArrayLike<number>;
}

/** Merges equal ballots, see `groupRows`. A ballot without points among others with points gives none. */
export function groupBallots(kind: BallotKind, ballots: readonly Ballot[]): GroupedBallots {
  const start = [0];
  const choice: number[] = [];
  const points: number[] = [];
  for (const ballot of ballots) {
    for (const [i, project] of ballot.choices.entries()) {
      choice.push(project);
      points.push(ballot.points?.[i] ?? 0);
    }
    start.push(choice.length);
  }
  const hasPoints = ballots.some((ballot) => ballot.points !== undefined);
  return groupRows(kind, {
    start,
    choice,
    points: hasPoints ? points : undefined,
    weight: ballots.map(({ weight }) => weight),
  });
}

/**
 * Merges equal ballots.
 *
 * Requires: every ballot names each project once, points (if any) parallel to the choices, weights whole and ≥ 1.
 * For all kinds but `ranked` the order inside a ballot means nothing and is made ascending.
 * Groups stand in ascending order of their rows: by the first choice that differs, a row before its continuations,
 * equal choices by the first points that differ.
 * Cost: O(marks) expected for the merging, O(groups · log groups) comparisons of rows for their order.
 * Hazards: somebody who writes ballots to collide makes the merging O(ballots²); bound the time where files are foreign.
 * @throws InvariantError when the summed weights leave the whole numbers that doubles hold exactly.
 */
export function groupRows(kind: BallotKind, given: BallotRows): GroupedBallots {
  const rows = kind === 'ranked' ? copied(given) : ascending(copied(given));
  const { firstOf, groupOf } = merge(rows);
  const ballots = given.weight.length;

  // Groups were numbered in the order of the file; they are renumbered in the order of their rows.
  const order = firstOf.map((_, g) => g).toSorted((a, b) => compareRows(rows, firstOf[a] ?? 0, firstOf[b] ?? 0));
  const place = new Int32Array(order.length);
  for (const [at, g] of order.entries()) place[g] = at;

  const votes = new Float64Array(order.length);
  let total = 0;
  let blank = 0;
  for (let i = 0; i < ballots; i++) {
    const weight = given.weight[i] ?? 0;
    const group = groupOf[i] ?? -1;
    total += weight;
    if (group === -1) {
      blank += weight;
      continue;
    }
    const at = place[group] ?? 0;
    groupOf[i] = at;
    votes[at] = (votes[at] ?? 0) + weight;
  }
  invariant(Number.isSafeInteger(total), 'the summed weights are a safe integer');

  const start = new Uint32Array(order.length + 1);
  for (const [at, g] of order.entries()) start[at + 1] = (start[at] ?? 0) + rowLength(rows, firstOf[g] ?? 0);
  const marks = start[order.length] ?? 0;
  const choice = new Uint32Array(marks);
  const points = rows.points === undefined ? undefined : new Float64Array(marks);
  for (const [at, g] of order.entries()) {
    const from = rows.start[firstOf[g] ?? 0] ?? 0;
    const to = rows.start[(firstOf[g] ?? 0) + 1] ?? 0;
    choice.set(rows.choice.subarray(from, to), start[at]);
    if (rows.points !== undefined) points?.set(rows.points.subarray(from, to), start[at]);
  }
  return { profile: { kind, ballots: total, blank, groups: order.length, start, choice, points, votes }, groupOf };
}

interface Rows {
  readonly start: Uint32Array;
  readonly choice: Uint32Array;
  readonly points: Float64Array | undefined;
}

const copied = ({ start, choice, points }: BallotRows): Rows => ({
  start: Uint32Array.from(start),
  choice: Uint32Array.from(choice),
  points: points === undefined ? undefined : Float64Array.from(points),
});

const rowLength = ({ start }: Rows, row: number): number => (start[row + 1] ?? 0) - (start[row] ?? 0);

/** Sorts each row in place, by insertion where it is short: most ballots are, and often in order already. */
function ascending(rows: Rows): Rows {
  const { start, choice, points } = rows;
  for (let row = 0; row + 1 < start.length; row++) {
    const from = start[row] ?? 0;
    const to = start[row + 1] ?? 0;
    if (to - from > 32) {
      const order = Array.from({ length: to - from }, (_, i) => from + i);
      order.sort((a, b) => (choice[a] ?? 0) - (choice[b] ?? 0));
      choice.set(
        Uint32Array.from(order, (at) => choice[at] ?? 0),
        from,
      );
      points?.set(
        Float64Array.from(order, (at) => points[at] ?? 0),
        from,
      );
      continue;
    }
    for (let i = from + 1; i < to; i++) {
      const project = choice[i] ?? 0;
      const given = points?.[i] ?? 0;
      let at = i;
      for (; at > from && (choice[at - 1] ?? 0) > project; at--) {
        choice[at] = choice[at - 1] ?? 0;
        if (points !== undefined) points[at] = points[at - 1] ?? 0;
      }
      choice[at] = project;
      if (points !== undefined) points[at] = given;
    }
  }
  return rows;
}

/** Finds equal rows by hashing. Groups are numbered by their first ballot; `firstOf` says which that is. */
function merge(rows: Rows): { readonly firstOf: number[]; readonly groupOf: Int32Array } {
  const ballots = rows.start.length - 1;
  const groupOf = new Int32Array(ballots).fill(-1);
  const firstOf: number[] = [];
  const slots = 2 ** Math.ceil(Math.log2(Math.max(ballots, 1) * 2));
  const table = new Int32Array(slots).fill(-1);
  for (let row = 0; row < ballots; row++) {
    if (rowLength(rows, row) === 0) continue;
    let slot = hashRow(rows, row) & (slots - 1);
    let group = table[slot] ?? -1;
    while (group !== -1 && compareRows(rows, firstOf[group] ?? 0, row) !== 0) {
      slot = (slot + 1) & (slots - 1);
      group = table[slot] ?? -1;
    }
    if (group === -1) {
      group = firstOf.length;
      table[slot] = group;
      firstOf.push(row);
    }
    groupOf[row] = group;
  }
  return { firstOf, groupOf };
}

/** FNV-1a over the entries, its high bits folded down. */
function hashRow({ start, choice, points }: Rows, row: number): number {
  let hash = 0x811c9dc5;
  for (let at = start[row] ?? 0; at < (start[row + 1] ?? 0); at++) {
    hash = Math.imul(hash ^ (choice[at] ?? 0), 0x01000193);
    if (points !== undefined) hash = Math.imul(hash ^ ((points[at] ?? 0) | 0), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function compareRows({ start, choice, points }: Rows, a: number, b: number): number {
  const atA = start[a] ?? 0;
  const atB = start[b] ?? 0;
  const lengthA = (start[a + 1] ?? 0) - atA;
  const lengthB = (start[b + 1] ?? 0) - atB;
  const length = Math.min(lengthA, lengthB);
  for (let i = 0; i < length; i++) {
    const difference = (choice[atA + i] ?? 0) - (choice[atB + i] ?? 0);
    if (difference !== 0) return difference;
  }
  if (lengthA !== lengthB || points === undefined) return lengthA - lengthB;
  for (let i = 0; i < length; i++) {
    const difference = (points[atA + i] ?? 0) - (points[atB + i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
