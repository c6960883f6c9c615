import { compareCodePoints } from '@convite/kernel';
import type { Segment } from '../model/segments.ts';
import type { VoterAttribute } from './read-votes.ts';

/**
 * Counts the votes of each group by what the file says about its voters.
 *
 * Shapes: `column.labelOf`, `groupOf` (−1 for blank ballots) and `weight` are parallel to the ballots.
 * Cost: O(ballots + rows · log rows).
 */
export function tallySegment(
  attribute: Segment['attribute'],
  column: VoterAttribute,
  groupOf: Int32Array,
  weight: readonly number[],
): Segment {
  const order = column.labels
    .map((_, i) => i)
    .toSorted((a, b) => compareCodePoints(column.labels[a] ?? '', column.labels[b] ?? ''));
  const rank = new Int32Array(order.length);
  for (const [at, label] of order.entries()) rank[label] = at;

  const width = column.labels.length;
  const blank = new Float64Array(width);
  const votesOf = new Map<number, number>();
  for (const [ballot, found] of column.labelOf.entries()) {
    if (found === -1) continue;
    const label = rank[found] ?? 0;
    const group = groupOf[ballot] ?? -1;
    const votes = weight[ballot] ?? 0;
    if (group === -1) blank[label] = (blank[label] ?? 0) + votes;
    else votesOf.set(group * width + label, (votesOf.get(group * width + label) ?? 0) + votes);
  }

  // Ascending keys are ascending groups, and within a group ascending labels.
  const keys = Float64Array.from(votesOf.keys()).sort();
  return {
    attribute,
    labels: order.map((label) => column.labels[label] ?? ''),
    group: Uint32Array.from(keys, (key) => Math.floor(key / width)),
    label: Uint32Array.from(keys, (key) => key % width),
    votes: Float64Array.from(keys, (key) => votesOf.get(key) ?? 0),
    blank,
  };
}
