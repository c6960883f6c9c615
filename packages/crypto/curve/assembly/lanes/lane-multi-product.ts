// Products of many powers, the upper half of the windows in lane 0 and the lower half in lane 1; compare
// ../scalar/multi-product.ts. Every point goes into a bucket of each lane at once. For public points and scalars.
import { FIELD, POINT } from '../scalar/memory-map';
import { FOR_MULTIPLES, FOR_PAIR, FOR_PRODUCT, FOR_SCALAR_POINTS, FOR_SELECTION } from './scratch';
import { LANE_AFFINE, LANE_FIELD, LANE_POINT } from './lane-memory';
import { add2, multiply2, subtract2 } from './lane-kernel';
import { D, HALF, addAffine2, addPoints2, double2, setIdentity2 } from './lane-point';
import { addPoint, bestWidth, double, giveBack, signedDigits, take, toAffineCoordinates } from './scalar';
import { pack, unpackPoints } from './lane-field';

/** A bucket of one lane: a point of 20 doubles. */
export const BUCKET: usize = 160;

/** out = Σ scalar_i · point_i for scalars below 2^bits, 32 bytes each. Requires: count ≥ 1, bits ≤ 253. */
export function multiProduct(out: usize, points: usize, scalars: usize, count: i32, bits: i32): void {
  const width = bestWidth(count, bits);
  const half = bits / (2 * width) + 1;
  const windows = 2 * half;
  const buckets = 1 << (width - 1);
  const summands = take(LANE_AFFINE * count);
  const digits = take(2 * <usize>(windows * count));
  // Bucket 0 of each lane takes what has digit 0, and is never read.
  const upper = take(BUCKET * (buckets + 1));
  const lower = take(BUCKET * (buckets + 1));
  const total = take(LANE_POINT);
  fillSummands(summands, points, count);
  for (let i = 0; i < count; i++) signedDigits(digits + 2 * <usize>(windows * i), scalars + 32 * i, width, windows);
  setIdentity2(total);
  for (let window = half - 1; window >= 0; window--) {
    double2(total, total, width);
    clearBuckets(upper, buckets);
    clearBuckets(lower, buckets);
    for (let i = 0; i < count; i++) {
      const at = digits + 2 * <usize>(windows * i + window);
      throwIn(upper, lower, summands + LANE_AFFINE * i, <i32>load<i16>(at + 2 * half), <i32>load<i16>(at));
    }
    sumBuckets(FOR_PRODUCT, upper, lower, buckets);
    addPoints2(total, total, FOR_PRODUCT);
  }
  unpackPoints(FOR_SCALAR_POINTS, total);
  double(out, FOR_SCALAR_POINTS, width * half);
  addPoint(out, out, FOR_SCALAR_POINTS + POINT);
  giveBack(summands);
}

/** Each point as a halved affine summand, the same in both lanes. */
export function fillSummands(summands: usize, points: usize, count: i32): void {
  const coordinates = take(2 * FIELD * count);
  toAffineCoordinates(coordinates, points, count);
  const x = FOR_MULTIPLES;
  const y = FOR_MULTIPLES + LANE_FIELD;
  for (let i = 0; i < count; i++) {
    const from = coordinates + 2 * FIELD * i;
    const to = summands + LANE_AFFINE * i;
    pack(x, from, from);
    pack(y, from + FIELD, from + FIELD);
    add2(to, y, x);
    multiply2(to, to, HALF);
    subtract2(to + LANE_FIELD, y, x);
    multiply2(to + LANE_FIELD, to + LANE_FIELD, HALF);
    multiply2(to + 2 * LANE_FIELD, x, y);
    multiply2(to + 2 * LANE_FIELD, to + 2 * LANE_FIELD, D);
  }
  giveBack(coordinates);
}

export function clearBuckets(buckets: usize, count: i32): void {
  memory.fill(buckets, 0, BUCKET * (count + 1));
  for (let j = 0; j <= count; j++) {
    store<f64>(buckets + BUCKET * j, 1, 40);
    store<f64>(buckets + BUCKET * j, 1, 80);
  }
}

/** r = (a bucket of the upper lane, a bucket of the lower lane). */
export function gather(r: usize, upper: usize, lower: usize): void {
  for (let k: usize = 0; k < BUCKET; k += 8) {
    v128.store(r + 2 * k, v128.load64_lane(lower + k, v128.load64_zero(upper + k), 1));
  }
}

/** Adds the summand to one bucket of each lane, negated where the digit is negative. */
export function throwIn(upper: usize, lower: usize, summand: usize, first: i32, second: i32): void {
  const a = upper + BUCKET * abs(first);
  const b = lower + BUCKET * abs(second);
  const mask = i64x2.replace_lane(i64x2.splat(<i64>(first >> 31)), 1, <i64>(second >> 31));
  const negative = i64x2.shl(mask, 63);
  for (let k: usize = 0; k < LANE_FIELD; k += 16) {
    const sum = v128.load(summand + k);
    const difference = v128.load(summand + LANE_FIELD + k);
    v128.store(FOR_SELECTION + k, v128.bitselect(difference, sum, mask));
    v128.store(FOR_SELECTION + LANE_FIELD + k, v128.bitselect(sum, difference, mask));
    v128.store(FOR_SELECTION + 2 * LANE_FIELD + k, v128.xor(v128.load(summand + 2 * LANE_FIELD + k), negative));
  }
  gather(FOR_PAIR, a, b);
  addAffine2(FOR_PAIR, FOR_PAIR, FOR_SELECTION);
  scatter(a, b, FOR_PAIR);
}

/** Puts a pair of points into a bucket of each lane. */
export function scatter(upper: usize, lower: usize, pair: usize): void {
  for (let k: usize = 0; k < BUCKET; k += 8) {
    const both = v128.load(pair + 2 * k);
    v128.store64_lane(upper + k, both, 0);
    v128.store64_lane(lower + k, both, 1);
  }
}

/** out = Σ j·bucket_j in each lane: the sum of all partial sums from the highest bucket down. */
function sumBuckets(out: usize, upper: usize, lower: usize, count: i32): void {
  const running = FOR_MULTIPLES;
  setIdentity2(running);
  setIdentity2(out);
  for (let j = count; j >= 1; j--) {
    gather(FOR_PAIR, upper + BUCKET * j, lower + BUCKET * j);
    addPoints2(running, running, FOR_PAIR);
    addPoints2(out, out, running);
  }
}
