// Whether many points have prime order, all at once, by the sums of random subsets of them; why that is enough stands
// where the subsets are drawn, ../../../src/primitives/membership.ts. Half of the subsets are summed in each lane: every
// point goes into one bucket of each, by as many bits as the subsets that are summed in one pass over the points.
import { BUCKET, clearBuckets, fillSummands, gather, scatter, throwIn } from './lane-multi-product';
import { FOR_MULTIPLES, FOR_PAIR } from './scratch';
import { LANE_AFFINE, LANE_POINT } from './lane-memory';
import { addPoints2, setIdentity2 } from './lane-point';
import { giveBack, take } from './scalar';
import { POINT } from '../scalar/memory-map';
import { checkOrders } from './lane-batches';
import { unpackPoints } from './lane-field';

/** Subsets in each lane: one for each bit of a word. */
const SUBSETS: i32 = 64;
const SUM: usize = FOR_MULTIPLES;
const FOLDED: usize = FOR_MULTIPLES + LANE_POINT;

/**
 * Whether the sums of 128 subsets have prime order. `choices` holds 16 bytes for each point: bit j of its first word says
 * whether it is in the subset j of lane 0, of its second word in that of lane 1.
 *
 * Requires: count ≥ 1, and a width that divides 64. @returns 1 if all of them have, else 0
 */
export function subsetsHold(points: usize, choices: usize, count: i32, width: i32): i32 {
  const buckets = 1 << width;
  const sums = take(2 * POINT * SUBSETS);
  const summands = take(LANE_AFFINE * count);
  const upper = take(BUCKET * buckets);
  const lower = take(BUCKET * buckets);
  const mask = <u64>(buckets - 1);
  fillSummands(summands, points, count);
  for (let shift = 0; shift < SUBSETS; shift += width) {
    clearBuckets(upper, buckets - 1);
    clearBuckets(lower, buckets - 1);
    for (let i = 0; i < count; i++) {
      const first = <i32>((load<u64>(choices + 16 * i) >> shift) & mask);
      const second = <i32>((load<u64>(choices + 16 * i, 8) >> shift) & mask);
      throwIn(upper, lower, summands + LANE_AFFINE * i, first, second);
    }
    for (let bit = width - 1; bit >= 0; bit--) {
      sumUpperHalf(upper, lower, 1 << bit);
      unpackPoints(sums + 2 * POINT * (shift + bit), SUM);
    }
  }
  const failed = checkOrders(sums, 2 * SUBSETS);
  giveBack(sums);
  return failed < 0 ? 1 : 0;
}

/** SUM = the buckets half … 2·half − 1 of each lane; each is then folded into the one that lies `half` below. */
function sumUpperHalf(upper: usize, lower: usize, half: i32): void {
  setIdentity2(SUM);
  for (let j = half; j < 2 * half; j++) {
    const below = BUCKET * (j - half);
    gather(FOR_PAIR, upper + BUCKET * j, lower + BUCKET * j);
    addPoints2(SUM, SUM, FOR_PAIR);
    gather(FOLDED, upper + below, lower + below);
    addPoints2(FOLDED, FOLDED, FOR_PAIR);
    scatter(upper + below, lower + below, FOLDED);
  }
}
