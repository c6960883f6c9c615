import { invariant } from '@convite/kernel';
import type { Ballot, BallotKind, Profile } from './profile.ts';

/** A profile and, for each ballot in the order given, its group (−1 for a blank one). */
export interface GroupedBallots {
  readonly profile: Profile;
  readonly groupOf: Int32Array;
}

/**
 * Merges equal ballots.
 *
 * Requires: every ballot names each project once, points (if any) parallel to the choices, weights whole and ≥ 1.
 * For all kinds but `ranked` the order inside a ballot means nothing and is made ascending.
 * Cost: O(marks · log marks per ballot + groups · log groups).
 * @throws InvariantError when the summed weights leave the whole numbers that doubles hold exactly.
 */
export function groupBallots(kind: BallotKind, ballots: readonly Ballot[]): GroupedBallots {
  const byKey = new Map<string, { readonly ballot: Ballot; votes: number; readonly members: number[] }>();
  let total = 0;
  let blank = 0;
  for (const [i, given] of ballots.entries()) {
    total += given.weight;
    if (given.choices.length === 0) {
      blank += given.weight;
      continue;
    }
    const ballot = kind === 'ranked' ? given : ascending(given);
    const key = rowKey(ballot);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, { ballot, votes: given.weight, members: [i] });
    else {
      group.votes += given.weight;
      group.members.push(i);
    }
  }
  invariant(Number.isSafeInteger(total), 'the summed weights are a safe integer');

  // The keys spell the rows in units that sort as the rows do, so `<` on them is the order of the groups.
  const groups = [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const marks = groups.reduce((sum, { ballot }) => sum + ballot.choices.length, 0);
  const hasPoints = groups.some(({ ballot }) => ballot.points !== undefined);
  const start = new Uint32Array(groups.length + 1);
  const choice = new Uint32Array(marks);
  const points = hasPoints ? new Float64Array(marks) : undefined;
  const votes = new Float64Array(groups.length);
  const groupOf = new Int32Array(ballots.length).fill(-1);
  let at = 0;
  for (const [g, group] of groups.entries()) {
    choice.set(group.ballot.choices, at);
    if (group.ballot.points !== undefined) points?.set(group.ballot.points, at);
    at += group.ballot.choices.length;
    start[g + 1] = at;
    votes[g] = group.votes;
    for (const member of group.members) groupOf[member] = g;
  }
  return { profile: { kind, ballots: total, blank, groups: groups.length, start, choice, points, votes }, groupOf };
}

function ascending(ballot: Ballot): Ballot {
  const { choices, points } = ballot;
  if (choices.every((choice, i) => i === 0 || (choices[i - 1] ?? -1) < choice)) return ballot;
  const order = choices.map((_, i) => i).toSorted((a, b) => (choices[a] ?? 0) - (choices[b] ?? 0));
  return {
    ...ballot,
    choices: order.map((i) => choices[i] ?? 0),
    points: points === undefined ? undefined : order.map((i) => points[i] ?? 0),
  };
}

/** One UTF-16 unit a project (a ballot paper holds fewer than 55,000), then the points behind a separator. */
function rowKey({ choices, points }: Ballot): string {
  const row = String.fromCharCode(...choices);
  return points === undefined ? row : `${row}\uffff${points.join(',')}`;
}
