// Reading one entry of a table without telling which: every entry is read, and masks keep the wanted one.
// No branch and no address depends on the digit. The text form of the functions of this file is checked at each build.
import { CACHED, FIELD, T, Y, Z } from './memory-map';
import { FOR_SELECTION } from './scratch';
import { setAffineIdentity } from './point';
import { setSmall, subtract, ZERO } from './field';

/** The selected entry. */
export const SELECTED: usize = FOR_SELECTION;
const NEGATED: usize = FOR_SELECTION + CACHED;

/** −1 where the digit's magnitude is `index`, else 0. */
function maskFor(index: i32, magnitude: i32): v128 {
  return i32x4.splat(((index ^ magnitude) - 1) >> 31);
}

/** Negates the selected entry where sign is −1, not where it is 0: the sums change places, and the product its sign. */
function negateSelected(sign: i32, product: usize): void {
  const mask = <i64>sign;
  subtract(NEGATED, ZERO, product);
  for (let k: usize = 0; k < FIELD; k += 8) {
    const sum = load<i64>(SELECTED + k);
    const difference = load<i64>(SELECTED + k, 40);
    const change = mask & (sum ^ difference);
    store<i64>(SELECTED + k, sum ^ change);
    store<i64>(SELECTED + k, difference ^ change, 40);
    const kept = load<i64>(product + k);
    store<i64>(product + k, kept ^ (mask & (kept ^ load<i64>(NEGATED + k))));
  }
}

/** SELECTED = digit · (first entry) from affine entries 1 … count; the neutral element for 0. Requires: |digit| ≤ count. */
export function selectAffine(table: usize, count: i32, digit: i32): void {
  const sign = digit >> 31;
  const magnitude = (digit ^ sign) - sign;
  setAffineIdentity(SELECTED);
  let a = v128.load(SELECTED);
  let b = v128.load(SELECTED, 16);
  let c = v128.load(SELECTED, 32);
  let d = v128.load(SELECTED, 48);
  let e = v128.load(SELECTED, 64);
  let f = v128.load(SELECTED, 80);
  let g = v128.load(SELECTED, 96);
  let h = v128.load(SELECTED, 112);
  let entry = table;
  for (let index = 1; index <= count; index++) {
    const mask = maskFor(index, magnitude);
    a = v128.bitselect(v128.load(entry), a, mask);
    b = v128.bitselect(v128.load(entry, 16), b, mask);
    c = v128.bitselect(v128.load(entry, 32), c, mask);
    d = v128.bitselect(v128.load(entry, 48), d, mask);
    e = v128.bitselect(v128.load(entry, 64), e, mask);
    f = v128.bitselect(v128.load(entry, 80), f, mask);
    g = v128.bitselect(v128.load(entry, 96), g, mask);
    h = v128.bitselect(v128.load(entry, 112), h, mask);
    entry += 128;
  }
  v128.store(SELECTED, a);
  v128.store(SELECTED, b, 16);
  v128.store(SELECTED, c, 32);
  v128.store(SELECTED, d, 48);
  v128.store(SELECTED, e, 64);
  v128.store(SELECTED, f, 80);
  v128.store(SELECTED, g, 96);
  v128.store(SELECTED, h, 112);
  negateSelected(sign, SELECTED + 2 * FIELD);
}

/** The same from cached entries of 160 bytes. */
export function selectCached(table: usize, count: i32, digit: i32): void {
  const sign = digit >> 31;
  const magnitude = (digit ^ sign) - sign;
  setSmall(SELECTED, 1);
  setSmall(SELECTED + Y, 1);
  setSmall(SELECTED + Z, 2);
  setSmall(SELECTED + T, 0);
  let entry = table;
  for (let index = 1; index <= count; index++) {
    const mask = maskFor(index, magnitude);
    for (let k: usize = 0; k < CACHED; k += 16) {
      v128.store(SELECTED + k, v128.bitselect(v128.load(entry + k), v128.load(SELECTED + k), mask));
    }
    entry += CACHED;
  }
  negateSelected(sign, SELECTED + T);
}
