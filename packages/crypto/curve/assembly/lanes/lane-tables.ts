// Tables of g and y side by side: lane 0 powers of g, lane 1 powers of y; and a narrow one with g in both lanes.
import { AFFINE } from '../scalar/memory-map';
import { LANE_AFFINE, LANE_FIELD } from './lane-memory';
import { FOR_DIGITS, FOR_SELECTION } from './scratch';
import { NARROW, NARROW_WINDOWS, WIDE, WIDE_WINDOWS } from '../scalar/windows';
import { NEUTRAL, addAffine2, packAffine, subtractAffine2 } from './lane-point';
import { SELECTED2, select2 } from './lane-selection';
import { gNarrowTable, gWideTable, keep, needNarrow, needWide, signedDigits, yNarrowTable, yWideTable } from './scalar';

const WIDE_ENTRIES: i32 = WIDE_WINDOWS << (WIDE - 1);
const NARROW_ENTRIES: i32 = NARROW_WINDOWS << (NARROW - 1);
/** The digits of a second scalar. */
const SECOND: usize = FOR_DIGITS + 192;
const FIRST: usize = FOR_DIGITS + 64;

let wide: usize = 0;
export let narrow: usize = 0;
export let narrowG: usize = 0;

function packTable(table: usize, first: usize, second: usize, entries: i32): void {
  for (let i = 0; i < entries; i++) packAffine(table + LANE_AFFINE * i, first + AFFINE * i, second + AFFINE * i);
}

/** Tables for public exponents of the key that the scalar module holds. Call again when the key changes. */
export function packWide(): void {
  needWide();
  if (wide == 0) wide = keep(LANE_AFFINE * WIDE_ENTRIES);
  packTable(wide, gWideTable(), yWideTable(), WIDE_ENTRIES);
}

/** Tables for secret exponents. */
export function packNarrow(): void {
  needNarrow();
  if (narrow == 0) {
    narrow = keep(LANE_AFFINE * NARROW_ENTRIES);
    narrowG = keep(LANE_AFFINE * NARROW_ENTRIES);
    packTable(narrowG, gNarrowTable(), gNarrowTable(), NARROW_ENTRIES);
  }
  packTable(narrow, gNarrowTable(), yNarrowTable(), NARROW_ENTRIES);
}

/** r = r + (scalar·g, scalar·y), for a public scalar. */
export function addPublicPower2(r: usize, scalar: usize): void {
  signedDigits(FIRST, scalar, WIDE, WIDE_WINDOWS);
  let row = wide;
  for (let i: usize = 0; i < <usize>WIDE_WINDOWS; i++) {
    const digit = <i32>load<i16>(FIRST + 2 * i);
    if (digit > 0) addAffine2(r, r, row + LANE_AFFINE * (digit - 1));
    else if (digit < 0) subtractAffine2(r, r, row + LANE_AFFINE * (-digit - 1));
    row += LANE_AFFINE << (WIDE - 1);
  }
}

/** Makes a summand of lane 0 of two entries: digit 0 stands for the neutral one, negative ones are negated. */
function gatherFirstLanes(r: usize, row: usize, first: i32, second: i32): void {
  const a = first == 0 ? NEUTRAL : row + LANE_AFFINE * (abs(first) - 1);
  const b = second == 0 ? NEUTRAL : row + LANE_AFFINE * (abs(second) - 1);
  const swapA: usize = first < 0 ? LANE_FIELD : 0;
  const swapB: usize = second < 0 ? LANE_FIELD : 0;
  const signs = i64x2.replace_lane(i64x2.splat(<i64>(first >> 31)), 1, <i64>(second >> 31));
  const negative = i64x2.shl(signs, 63);
  for (let k: usize = 0; k < LANE_FIELD; k += 16) {
    v128.store(r + k, v128.load64_lane(b + swapB + k, v128.load64_zero(a + swapA + k), 1));
    v128.store(
      r + LANE_FIELD + k,
      v128.load64_lane(b + LANE_FIELD - swapB + k, v128.load64_zero(a + LANE_FIELD - swapA + k), 1),
    );
    const product = v128.load64_lane(b + 2 * LANE_FIELD + k, v128.load64_zero(a + 2 * LANE_FIELD + k), 1);
    v128.store(r + 2 * LANE_FIELD + k, v128.xor(product, negative));
  }
}

/** r = r − (first·g, second·g), for public scalars. */
export function subtractPublicPowers(r: usize, first: usize, second: usize): void {
  signedDigits(FIRST, first, WIDE, WIDE_WINDOWS);
  signedDigits(SECOND, second, WIDE, WIDE_WINDOWS);
  let row = wide;
  for (let i: usize = 0; i < <usize>WIDE_WINDOWS; i++) {
    const a = <i32>load<i16>(FIRST + 2 * i);
    const b = <i32>load<i16>(SECOND + 2 * i);
    if ((a | b) != 0) {
      gatherFirstLanes(FOR_SELECTION, row, a, b);
      subtractAffine2(r, r, FOR_SELECTION);
    }
    row += LANE_AFFINE << (WIDE - 1);
  }
}

/**
 * r = r + (first · base_0, second · base_1) from a narrow table. Neither time nor addresses depend on the scalars.
 * The text form of this function is checked at each build.
 */
export function addSecretPowers2(r: usize, table: usize, first: usize, second: usize): void {
  signedDigits(FIRST, first, NARROW, NARROW_WINDOWS);
  signedDigits(SECOND, second, NARROW, NARROW_WINDOWS);
  let row = table;
  for (let i: usize = 0; i < <usize>NARROW_WINDOWS; i++) {
    select2(row, 1 << (NARROW - 1), <i32>load<i16>(FIRST + 2 * i), <i32>load<i16>(SECOND + 2 * i));
    addAffine2(r, r, SELECTED2);
    row += LANE_AFFINE << (NARROW - 1);
  }
}
