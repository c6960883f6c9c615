// Products of a few powers, two products at a time, each lane with points and scalars of its own. The doublings do not
// depend on the scalars, and each lane takes its own entry from the table; compare smallProduct in
// ../scalar/variable-base.ts. For public points and scalars.
import { LANE_FIELD, LANE_POINT, LANE_T, LANE_Y } from './lane-memory';
import { NARROW, NARROW_WINDOWS } from '../scalar/windows';
import { FOR_PAIR, FOR_PRODUCT, FOR_SCALAR_POINTS, FOR_TABLE } from './scratch';
import { POINT } from '../scalar/memory-map';
import { addCached2, double2, setIdentity2, toCached2 } from './lane-point';
import { giveBack, signedDigits, take } from './scalar';
import { packPoints, unpackPoints } from './lane-field';

const ENTRIES: i32 = 1 << (NARROW - 1);
const TABLE: usize = LANE_POINT << (NARROW - 1);
/** Digits of one scalar: NARROW_WINDOWS of 16 bits. */
const DIGITS: usize = 128;
/** The neutral element, cached: 1, 1, 2, 0. */
const NEUTRAL_CACHED: usize = memory.data<f64>(
  [
    1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0,
  ],
  16,
);

/** out_i = Σ_t scalar_(i,t) · point_(i,t), `terms` of each. */
export function smallProducts(out: usize, points: usize, scalars: usize, terms: i32, count: i32): void {
  const tables = take(TABLE * terms);
  const digits = take(2 * DIGITS * terms);
  for (let i = 0; i < count; i += 2) {
    // The last of an odd number is computed in both lanes.
    const second = i + 1 < count ? i + 1 : i;
    for (let t = 0; t < terms; t++) {
      const a = terms * i + t;
      const b = terms * second + t;
      signedDigits(digits + 2 * DIGITS * t, scalars + 32 * a, NARROW, NARROW_WINDOWS);
      signedDigits(digits + 2 * DIGITS * t + DIGITS, scalars + 32 * b, NARROW, NARROW_WINDOWS);
      packPoints(FOR_PAIR, points + POINT * a, points + POINT * b);
      fillMultiples(tables + TABLE * t, FOR_PAIR);
    }
    productPair(FOR_PRODUCT, tables, digits, terms);
    unpackPoints(FOR_SCALAR_POINTS, FOR_PRODUCT);
    memory.copy(out + POINT * second, FOR_SCALAR_POINTS + POINT, POINT);
    memory.copy(out + POINT * i, FOR_SCALAR_POINTS, POINT);
  }
  giveBack(tables);
}

/** p, 2p, … 16p, cached. */
function fillMultiples(table: usize, p: usize): void {
  toCached2(table, p);
  for (let j = 1; j < ENTRIES; j++) {
    addCached2(p, p, table);
    toCached2(table + LANE_POINT * j, p);
  }
}

function productPair(out: usize, tables: usize, digits: usize, terms: i32): void {
  let started = false;
  setIdentity2(out);
  for (let window = NARROW_WINDOWS - 1; window >= 0; window--) {
    if (started) double2(out, out, NARROW);
    for (let t = 0; t < terms; t++) {
      const at = digits + 2 * DIGITS * t + 2 * window;
      const a = <i32>load<i16>(at);
      const b = <i32>load<i16>(at + DIGITS);
      if ((a | b) == 0) continue;
      gatherCached(FOR_TABLE, tables + TABLE * t, a, b);
      addCached2(out, out, FOR_TABLE);
      started = true;
    }
  }
}

/** Makes a summand of lane 0 of one entry and lane 1 of another: 0 is neutral, negative digits are negated. */
function gatherCached(r: usize, table: usize, first: i32, second: i32): void {
  const a: usize = first == 0 ? NEUTRAL_CACHED : table + LANE_POINT * (abs(first) - 1);
  const b: usize = 8 + (second == 0 ? NEUTRAL_CACHED : table + LANE_POINT * (abs(second) - 1));
  const swapA: usize = first < 0 ? LANE_FIELD : 0;
  const swapB: usize = second < 0 ? LANE_FIELD : 0;
  const signs = i64x2.replace_lane(i64x2.splat(<i64>(first >> 31)), 1, <i64>(second >> 31));
  const negative = i64x2.shl(signs, 63);
  for (let k: usize = 0; k < LANE_FIELD; k += 16) {
    v128.store(r + k, v128.load64_lane(b + swapB + k, v128.load64_zero(a + swapA + k), 1));
    const difference = v128.load64_lane(b + LANE_Y - swapB + k, v128.load64_zero(a + LANE_Y - swapA + k), 1);
    v128.store(r + LANE_Y + k, difference);
    v128.store(r + 2 * LANE_Y + k, v128.load64_lane(b + 2 * LANE_Y + k, v128.load64_zero(a + 2 * LANE_Y + k), 1));
    const product = v128.load64_lane(b + LANE_T + k, v128.load64_zero(a + LANE_T + k), 1);
    v128.store(r + LANE_T + k, v128.xor(product, negative));
  }
}
