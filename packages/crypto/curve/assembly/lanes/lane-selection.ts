// Reading one entry of a table in each lane without telling which; compare ../scalar/selection.ts.
// The text form of the functions of this file is checked at each build.
import { FOR_SELECTION } from './scratch';
import { LANE_FIELD } from './lane-memory';
import { NEUTRAL } from './lane-point';

export const SELECTED2: usize = FOR_SELECTION;
const SIGN_BIT: usize = memory.data<u64>([0x8000000000000000, 0x8000000000000000], 16);

/** A mask of both lanes: all ones where the magnitude is `index`. */
function maskFor2(index: i32, first: i32, second: i32): v128 {
  const a = <i64>(((index ^ first) - 1) >> 31);
  const b = <i64>(((index ^ second) - 1) >> 31);
  return i64x2.replace_lane(i64x2.splat(a), 1, b);
}

/** Negates lanes where the mask is set: the halved sums change places, the product its sign. */
function negateSelected2(mask: v128): void {
  const sign = v128.and(mask, v128.load(SIGN_BIT));
  for (let k: usize = 0; k < LANE_FIELD; k += 16) {
    const sum = v128.load(SELECTED2 + k);
    const difference = v128.load(SELECTED2 + k, 80);
    v128.store(SELECTED2 + k, v128.bitselect(difference, sum, mask));
    v128.store(SELECTED2 + k, v128.bitselect(sum, difference, mask), 80);
    v128.store(SELECTED2 + k, v128.xor(v128.load(SELECTED2 + k, 160), sign), 160);
  }
}

/** SELECTED2 = (first · entry_0, second · entry_1) from entries 1 … count, each lane its own. */
export function select2(table: usize, count: i32, first: i32, second: i32): void {
  const signA = first >> 31;
  const signB = second >> 31;
  const a = (first ^ signA) - signA;
  const b = (second ^ signB) - signB;
  let e0 = v128.load(NEUTRAL);
  let e1 = v128.load(NEUTRAL, 16);
  let e2 = v128.load(NEUTRAL, 32);
  let e3 = v128.load(NEUTRAL, 48);
  let e4 = v128.load(NEUTRAL, 64);
  let e5 = e0;
  let e6 = e1;
  let e7 = e2;
  let e8 = e3;
  let e9 = e4;
  let f0 = v128.load(NEUTRAL, 160);
  let f1 = f0;
  let f2 = f0;
  let f3 = f0;
  let f4 = f0;
  let entry = table;
  for (let index = 1; index <= count; index++) {
    const mask = maskFor2(index, a, b);
    e0 = v128.bitselect(v128.load(entry), e0, mask);
    e1 = v128.bitselect(v128.load(entry, 16), e1, mask);
    e2 = v128.bitselect(v128.load(entry, 32), e2, mask);
    e3 = v128.bitselect(v128.load(entry, 48), e3, mask);
    e4 = v128.bitselect(v128.load(entry, 64), e4, mask);
    e5 = v128.bitselect(v128.load(entry, 80), e5, mask);
    e6 = v128.bitselect(v128.load(entry, 96), e6, mask);
    e7 = v128.bitselect(v128.load(entry, 112), e7, mask);
    e8 = v128.bitselect(v128.load(entry, 128), e8, mask);
    e9 = v128.bitselect(v128.load(entry, 144), e9, mask);
    f0 = v128.bitselect(v128.load(entry, 160), f0, mask);
    f1 = v128.bitselect(v128.load(entry, 176), f1, mask);
    f2 = v128.bitselect(v128.load(entry, 192), f2, mask);
    f3 = v128.bitselect(v128.load(entry, 208), f3, mask);
    f4 = v128.bitselect(v128.load(entry, 224), f4, mask);
    entry += 240;
  }
  v128.store(SELECTED2, e0);
  v128.store(SELECTED2, e1, 16);
  v128.store(SELECTED2, e2, 32);
  v128.store(SELECTED2, e3, 48);
  v128.store(SELECTED2, e4, 64);
  v128.store(SELECTED2, e5, 80);
  v128.store(SELECTED2, e6, 96);
  v128.store(SELECTED2, e7, 112);
  v128.store(SELECTED2, e8, 128);
  v128.store(SELECTED2, e9, 144);
  v128.store(SELECTED2, f0, 160);
  v128.store(SELECTED2, f1, 176);
  v128.store(SELECTED2, f2, 192);
  v128.store(SELECTED2, f3, 208);
  v128.store(SELECTED2, f4, 224);
  negateSelected2(i64x2.replace_lane(i64x2.splat(<i64>signA), 1, <i64>signB));
}

/** r = digit · entry in both lanes, from cached entries 1 … count of 320 bytes. */
export function selectCached2(r: usize, table: usize, count: i32, digit: i32): void {
  const sign = digit >> 31;
  const magnitude = (digit ^ sign) - sign;
  memory.fill(r, 0, 320);
  v128.store(r, f64x2(1, 1));
  v128.store(r, f64x2(1, 1), 80);
  v128.store(r, f64x2(2, 2), 160);
  let entry = table;
  for (let index = 1; index <= count; index++) {
    const mask = maskFor2(index, magnitude, magnitude);
    for (let k: usize = 0; k < 320; k += 16) {
      v128.store(r + k, v128.bitselect(v128.load(entry + k), v128.load(r + k), mask));
    }
    entry += 320;
  }
  const mask = i64x2.splat(<i64>sign);
  const signBits = v128.and(mask, v128.load(SIGN_BIT));
  for (let k: usize = 0; k < LANE_FIELD; k += 16) {
    const sum = v128.load(r + k);
    const difference = v128.load(r + k, 80);
    v128.store(r + k, v128.bitselect(difference, sum, mask));
    v128.store(r + k, v128.bitselect(sum, difference, mask), 80);
    v128.store(r + k, v128.xor(v128.load(r + k, 240), signBits), 240);
  }
}
