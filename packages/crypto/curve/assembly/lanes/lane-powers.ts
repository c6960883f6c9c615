// Powers of pairs of points with the same scalars in both lanes; compare ../scalar/variable-base.ts.
import { BUCKETS, NARROW, NARROW_WINDOWS, PLACES } from '../scalar/windows';
import { FOR_DIGITS, FOR_MULTIPLES, FOR_TABLE } from './scratch';
import { LANE_POINT } from './lane-memory';
import { addCached2, addPoints2, double2, negatePoints2, setIdentity2, subtractCached2, toCached2 } from './lane-point';
import { giveBack, signedDigits, take } from './scalar';
import { selectCached2 } from './lane-selection';

const CURRENT: usize = FOR_MULTIPLES;
const CURRENT_CACHED: usize = FOR_MULTIPLES + LANE_POINT;
const RUNNING: usize = FOR_MULTIPLES + 2 * LANE_POINT;
const DIGITS: usize = FOR_DIGITS + 64;

function sumBuckets2(out: usize, buckets: usize, used: usize): void {
  let started = false;
  let weighted = false;
  for (let j = BUCKETS - 1; j >= 0; j--) {
    if (load<u8>(used + j)) {
      if (started) addPoints2(RUNNING, RUNNING, buckets + LANE_POINT * j);
      else memory.copy(RUNNING, buckets + LANE_POINT * j, LANE_POINT);
      started = true;
    }
    if (j > 0 && started) {
      if (weighted) addPoints2(out, out, RUNNING);
      else memory.copy(out, RUNNING, LANE_POINT);
      weighted = true;
    }
  }
  if (!started) setIdentity2(out);
  else if (!weighted) memory.copy(out, RUNNING, LANE_POINT);
  else {
    double2(out, out, 1);
    addPoints2(out, out, RUNNING);
  }
}

/** out[a] = scalar_a · p in both lanes, for `count` public scalars given as sparse digits; doublings shared. */
export function sharedPowers2(out: usize, p: usize, digits: usize, count: i32): void {
  const buckets = take(LANE_POINT * BUCKETS * count);
  const used = take(BUCKETS * count);
  memory.fill(used, 0, BUCKETS * count);
  memory.copy(CURRENT, p, LANE_POINT);
  let doublings = 0;
  for (let place = 0; place < PLACES; place++) {
    let cached = false;
    for (let a = 0; a < count; a++) {
      const digit = <i32>load<i8>(digits + PLACES * a + place);
      if (digit == 0) continue;
      if (!cached) {
        if (doublings > 0) double2(CURRENT, CURRENT, doublings);
        doublings = 0;
        toCached2(CURRENT_CACHED, CURRENT);
        cached = true;
      }
      const index = BUCKETS * a + (abs(digit) >> 1);
      const bucket = buckets + LANE_POINT * index;
      if (load<u8>(used + index)) {
        if (digit > 0) addCached2(bucket, bucket, CURRENT_CACHED);
        else subtractCached2(bucket, bucket, CURRENT_CACHED);
      } else {
        store<u8>(used + index, 1);
        if (digit < 0) negatePoints2(bucket, CURRENT);
        else memory.copy(bucket, CURRENT, LANE_POINT);
      }
    }
    doublings++;
  }
  for (let a = 0; a < count; a++) {
    sumBuckets2(out + LANE_POINT * a, buckets + LANE_POINT * BUCKETS * a, used + BUCKETS * a);
  }
  giveBack(buckets);
}

/** out = scalar · p in both lanes, for a secret scalar below ℓ. Neither time nor addresses depend on it. */
export function secretPower2(out: usize, p: usize, scalar: usize): void {
  const count = 1 << (NARROW - 1);
  toCached2(FOR_TABLE, p);
  memory.copy(RUNNING, p, LANE_POINT);
  for (let j = 1; j < count; j++) {
    addCached2(RUNNING, RUNNING, FOR_TABLE);
    toCached2(FOR_TABLE + LANE_POINT * j, RUNNING);
  }
  signedDigits(DIGITS, scalar, NARROW, NARROW_WINDOWS);
  setIdentity2(out);
  for (let window = NARROW_WINDOWS - 1; window >= 0; window--) {
    double2(out, out, NARROW);
    selectCached2(CURRENT_CACHED, FOR_TABLE, count, <i32>load<i16>(DIGITS + 2 * window));
    addCached2(out, out, CURRENT_CACHED);
  }
}
