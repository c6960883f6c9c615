// Powers of bases that come back: g and the election key y.
// Source: Brickell, Gordon, McCurley, Wilson, "Fast Exponentiation with Precomputation", EUROCRYPT 1992, signed digits.
// A wide table (8 bits, 32 windows of 128 entries, 512 KiB) serves public exponents; a narrow one (5 bits, 51 windows of
// 16 entries, 102 KiB) serves secret ones, because there every entry of a window is read.
import { AFFINE, CACHED, FIELD, POINT, giveBack, keep, take } from './memory-map';
import { FOR_DIGITS, FOR_MULTIPLES } from './scratch';
import { NARROW, NARROW_WINDOWS, WIDE, WIDE_WINDOWS } from './windows';
import { SELECTED, selectAffine } from './selection';
import { addAffine, addCached, double, subtractAffine, toAffine, toCached } from './point';
import { copy, invert, setSmall } from './field';
import { multiply } from './field-kernel';
import { signedDigits } from './digits';

const BASE: usize = FOR_MULTIPLES;
const STEP: usize = FOR_MULTIPLES + POINT;
const INVERSE: usize = FOR_MULTIPLES + POINT + CACHED;
const ZINVERSE: usize = INVERSE + FIELD;

export function tableBytes(width: i32, windows: i32): usize {
  return AFFINE * ((<usize>windows) << (width - 1));
}

/** Fills a table with (j + 1)·2^(width·i)·p for every window i and j < 2^(width − 1). */
export function fillTable(table: usize, p: usize, width: i32, windows: i32): void {
  const count = 1 << (width - 1);
  const row = take(POINT * count);
  const products = take(FIELD * count);
  memory.copy(BASE, p, POINT);
  for (let window = 0; window < windows; window++) {
    toCached(STEP, BASE);
    memory.copy(row, BASE, POINT);
    for (let j = 1; j < count; j++) addCached(row + POINT * j, row + POINT * (j - 1), STEP);
    setSmall(INVERSE, 1);
    for (let j = 0; j < count; j++) {
      copy(products + FIELD * j, INVERSE);
      multiply(INVERSE, INVERSE, row + POINT * j + 80);
    }
    invert(INVERSE, INVERSE);
    for (let j = count - 1; j >= 0; j--) {
      multiply(ZINVERSE, INVERSE, products + FIELD * j);
      multiply(INVERSE, INVERSE, row + POINT * j + 80);
      toAffine(table + AFFINE * (window * count + j), row + POINT * j, ZINVERSE);
    }
    double(BASE, BASE, width);
  }
  giveBack(row);
}

/** A kept table. Requires: no call is under way. */
export function newTable(width: i32, windows: i32): usize {
  return keep(tableBytes(width, windows));
}

/** r = r + scalar · base from a wide table, for a public scalar. */
export function addPublicPower(r: usize, wideTable: usize, scalar: usize): void {
  signedDigits(FOR_DIGITS, scalar, WIDE, WIDE_WINDOWS);
  let row = wideTable;
  for (let i: usize = 0; i < <usize>WIDE_WINDOWS; i++) {
    const digit = <i32>load<i16>(FOR_DIGITS + 2 * i);
    if (digit > 0) addAffine(r, r, row + AFFINE * (digit - 1));
    else if (digit < 0) subtractAffine(r, r, row + AFFINE * (-digit - 1));
    row += AFFINE << (WIDE - 1);
  }
}

/** r = r + scalar · base from a narrow table, scalar below ℓ. Neither time nor addresses depend on the scalar. */
export function addSecretPower(r: usize, narrowTable: usize, scalar: usize): void {
  signedDigits(FOR_DIGITS, scalar, NARROW, NARROW_WINDOWS);
  let row = narrowTable;
  for (let i: usize = 0; i < <usize>NARROW_WINDOWS; i++) {
    selectAffine(row, 1 << (NARROW - 1), <i32>load<i16>(FOR_DIGITS + 2 * i));
    addAffine(r, r, SELECTED);
    row += AFFINE << (NARROW - 1);
  }
}
