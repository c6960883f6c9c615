// Powers of points that come once.
import { CACHED, POINT, giveBack, take } from './memory-map';
import { FOR_DIGITS, FOR_MULTIPLES, FOR_TABLE } from './scratch';
import { BUCKETS, NARROW, NARROW_WINDOWS, PLACES, SPARSE } from './windows';
import { signedDigits, sparseDigits } from './digits';
import { SELECTED, selectCached } from './selection';
import { addCached, addPoint, double, negatePoint, setIdentity, subtractCached, toCached } from './point';

/** The group order ℓ, 32 bytes: ℓ·p is the neutral element exactly for the points of prime order and itself. */
export const ORDER: usize = memory.data<u64>([0x5812631a5cf5d3ed, 0x14def9dea2f79cd6, 0, 0x1000000000000000]);

const CURRENT: usize = FOR_MULTIPLES;
const CURRENT_CACHED: usize = FOR_MULTIPLES + POINT;
const RUNNING: usize = FOR_MULTIPLES + POINT + CACHED;

/** r = p + c, or p − c where `minus`, which is public. */
function addSigned(r: usize, p: usize, c: usize, minus: bool): void {
  if (minus) subtractCached(r, p, c);
  else addCached(r, p, c);
}

/** out = Σ (2j + 1)·bucket_j = 2 Σ j·bucket_j + Σ bucket_j, from the highest bucket down; `used` says which are filled. */
function sumBuckets(out: usize, buckets: usize, used: usize): void {
  let started = false;
  let weighted = false;
  for (let j = BUCKETS - 1; j >= 0; j--) {
    if (load<u8>(used + j)) {
      if (started) addPoint(RUNNING, RUNNING, buckets + POINT * j);
      else memory.copy(RUNNING, buckets + POINT * j, POINT);
      started = true;
    }
    if (j > 0 && started) {
      if (weighted) addPoint(out, out, RUNNING);
      else memory.copy(out, RUNNING, POINT);
      weighted = true;
    }
  }
  if (!started) setIdentity(out);
  else if (!weighted) memory.copy(out, RUNNING, POINT);
  else {
    double(out, out, 1);
    addPoint(out, out, RUNNING);
  }
}

/**
 * out[a] = scalar_a · p for `count` public scalars given as sparse digits, PLACES bytes each; the doublings of p are
 * shared among all of them. Source: Yao, "On the Evaluation of Powers", SIAM J. Comput. 1976, right to left.
 */
export function sharedPowers(out: usize, p: usize, digits: usize, count: i32): void {
  const buckets = take(POINT * BUCKETS * count);
  const used = take(BUCKETS * count);
  memory.fill(used, 0, BUCKETS * count);
  memory.copy(CURRENT, p, POINT);
  let doublings = 0;
  for (let place = 0; place < PLACES; place++) {
    let cached = false;
    for (let a = 0; a < count; a++) {
      const digit = <i32>load<i8>(digits + PLACES * a + place);
      if (digit == 0) continue;
      if (!cached) {
        if (doublings > 0) double(CURRENT, CURRENT, doublings);
        doublings = 0;
        toCached(CURRENT_CACHED, CURRENT);
        cached = true;
      }
      const index = BUCKETS * a + (abs(digit) >> 1);
      const bucket = buckets + POINT * index;
      if (load<u8>(used + index)) addSigned(bucket, bucket, CURRENT_CACHED, digit < 0);
      else {
        store<u8>(used + index, 1);
        if (digit < 0) negatePoint(bucket, CURRENT);
        else memory.copy(bucket, CURRENT, POINT);
      }
    }
    doublings++;
  }
  for (let a = 0; a < count; a++) sumBuckets(out + POINT * a, buckets + POINT * BUCKETS * a, used + BUCKETS * a);
  giveBack(buckets);
}

/**
 * out = Σ scalar_i · point_i for a few public terms, left to right with shared doublings.
 * Source: Straus, "Addition chains of vectors", Amer. Math. Monthly 1964, with non-adjacent forms of width 5.
 */
export function smallProduct(out: usize, points: usize, scalars: usize, terms: i32): void {
  const digits = take(<usize>(PLACES * terms));
  const tables = take(CACHED * BUCKETS * terms);
  let highest = -1;
  for (let i = 0; i < terms; i++) {
    sparseDigits(digits + PLACES * i, scalars + 32 * i, SPARSE);
    for (let place = PLACES - 1; place > highest; place--) if (load<i8>(digits + PLACES * i + place)) highest = place;
    fillOddMultiples(tables + CACHED * BUCKETS * i, points + POINT * i);
  }
  setIdentity(out);
  let pending = 0;
  for (let place = highest; place >= 0; place--) {
    pending++;
    for (let i = 0; i < terms; i++) {
      const digit = <i32>load<i8>(digits + PLACES * i + place);
      if (digit == 0) continue;
      if (pending > 0) double(out, out, pending);
      pending = 0;
      addSigned(out, out, tables + CACHED * (BUCKETS * i + (abs(digit) >> 1)), digit < 0);
    }
  }
  if (pending > 0) double(out, out, pending);
  giveBack(digits);
}

/** p, 3p, … 15p, cached. */
function fillOddMultiples(table: usize, p: usize): void {
  double(CURRENT, p, 1);
  toCached(CURRENT_CACHED, CURRENT);
  memory.copy(RUNNING, p, POINT);
  for (let j = 0; j < BUCKETS; j++) {
    if (j > 0) addCached(RUNNING, RUNNING, CURRENT_CACHED);
    toCached(table + CACHED * j, RUNNING);
  }
}

/** out = ℓ·p, for a public point. */
export function orderTimes(out: usize, p: usize): void {
  smallProduct(out, p, ORDER, 1);
}

/**
 * out = scalar · p for a secret scalar below ℓ, windows of 5 bits from the top; every window reads all sixteen multiples
 * and adds one. Neither time nor addresses depend on the scalar. Requires: out ≠ p.
 */
export function secretPower(out: usize, p: usize, scalar: usize): void {
  const count = 1 << (NARROW - 1);
  toCached(FOR_TABLE, p);
  memory.copy(RUNNING, p, POINT);
  for (let j = 1; j < count; j++) {
    addCached(RUNNING, RUNNING, FOR_TABLE);
    toCached(FOR_TABLE + CACHED * j, RUNNING);
  }
  signedDigits(FOR_DIGITS, scalar, NARROW, NARROW_WINDOWS);
  setIdentity(out);
  for (let window = NARROW_WINDOWS - 1; window >= 0; window--) {
    double(out, out, NARROW);
    selectCached(FOR_TABLE, count, <i32>load<i16>(FOR_DIGITS + 2 * window));
    addCached(out, out, SELECTED);
  }
}
