// The field GF(p), p = 2^255 − 19, beside product and square. "Carried" means: as multiply leaves it.
import { FIELD } from './memory-map';
import { FOR_BYTES, FOR_LIMBS, FOR_POWERS } from './scratch';
import { multiply, square } from './field-kernel';

export const ZERO: usize = memory.data<u64>([0, 0, 0, 0, 0], 16);
export const ONE: usize = memory.data<u64>([1, 0, 0, 0, 0], 16);

/** r = a + b, not carried: sums of four carried elements stay within what multiply takes. */
export function add(r: usize, a: usize, b: usize): void {
  store<i32>(r, load<i32>(a) + load<i32>(b));
  store<i32>(r, load<i32>(a, 4) + load<i32>(b, 4), 4);
  store<i32>(r, load<i32>(a, 8) + load<i32>(b, 8), 8);
  store<i32>(r, load<i32>(a, 12) + load<i32>(b, 12), 12);
  store<i32>(r, load<i32>(a, 16) + load<i32>(b, 16), 16);
  store<i32>(r, load<i32>(a, 20) + load<i32>(b, 20), 20);
  store<i32>(r, load<i32>(a, 24) + load<i32>(b, 24), 24);
  store<i32>(r, load<i32>(a, 28) + load<i32>(b, 28), 28);
  store<i32>(r, load<i32>(a, 32) + load<i32>(b, 32), 32);
  store<i32>(r, load<i32>(a, 36) + load<i32>(b, 36), 36);
}

/** sum = a + b and difference = a − b, not carried; one pass over both. */
export function addSubtract(sum: usize, difference: usize, a: usize, b: usize): void {
  const a0 = load<i32>(a);
  const b0 = load<i32>(b);
  store<i32>(sum, a0 + b0);
  store<i32>(difference, a0 - b0);
  const a1 = load<i32>(a, 4);
  const b1 = load<i32>(b, 4);
  store<i32>(sum, a1 + b1, 4);
  store<i32>(difference, a1 - b1, 4);
  const a2 = load<i32>(a, 8);
  const b2 = load<i32>(b, 8);
  store<i32>(sum, a2 + b2, 8);
  store<i32>(difference, a2 - b2, 8);
  const a3 = load<i32>(a, 12);
  const b3 = load<i32>(b, 12);
  store<i32>(sum, a3 + b3, 12);
  store<i32>(difference, a3 - b3, 12);
  const a4 = load<i32>(a, 16);
  const b4 = load<i32>(b, 16);
  store<i32>(sum, a4 + b4, 16);
  store<i32>(difference, a4 - b4, 16);
  const a5 = load<i32>(a, 20);
  const b5 = load<i32>(b, 20);
  store<i32>(sum, a5 + b5, 20);
  store<i32>(difference, a5 - b5, 20);
  const a6 = load<i32>(a, 24);
  const b6 = load<i32>(b, 24);
  store<i32>(sum, a6 + b6, 24);
  store<i32>(difference, a6 - b6, 24);
  const a7 = load<i32>(a, 28);
  const b7 = load<i32>(b, 28);
  store<i32>(sum, a7 + b7, 28);
  store<i32>(difference, a7 - b7, 28);
  const a8 = load<i32>(a, 32);
  const b8 = load<i32>(b, 32);
  store<i32>(sum, a8 + b8, 32);
  store<i32>(difference, a8 - b8, 32);
  const a9 = load<i32>(a, 36);
  const b9 = load<i32>(b, 36);
  store<i32>(sum, a9 + b9, 36);
  store<i32>(difference, a9 - b9, 36);
}

/** r = a − b, not carried. */
export function subtract(r: usize, a: usize, b: usize): void {
  store<i32>(r, load<i32>(a) - load<i32>(b));
  store<i32>(r, load<i32>(a, 4) - load<i32>(b, 4), 4);
  store<i32>(r, load<i32>(a, 8) - load<i32>(b, 8), 8);
  store<i32>(r, load<i32>(a, 12) - load<i32>(b, 12), 12);
  store<i32>(r, load<i32>(a, 16) - load<i32>(b, 16), 16);
  store<i32>(r, load<i32>(a, 20) - load<i32>(b, 20), 20);
  store<i32>(r, load<i32>(a, 24) - load<i32>(b, 24), 24);
  store<i32>(r, load<i32>(a, 28) - load<i32>(b, 28), 28);
  store<i32>(r, load<i32>(a, 32) - load<i32>(b, 32), 32);
  store<i32>(r, load<i32>(a, 36) - load<i32>(b, 36), 36);
}

/** r = −a, not carried. */
export function negate(r: usize, a: usize): void {
  subtract(r, ZERO, a);
}

export function copy(r: usize, a: usize): void {
  store<i64>(r, load<i64>(a));
  store<i64>(r, load<i64>(a, 8), 8);
  store<i64>(r, load<i64>(a, 16), 16);
  store<i64>(r, load<i64>(a, 24), 24);
  store<i64>(r, load<i64>(a, 32), 32);
}

/** r = the small number. */
export function setSmall(r: usize, value: i32): void {
  store<i64>(r, value);
  store<i64>(r, 0, 8);
  store<i64>(r, 0, 16);
  store<i64>(r, 0, 24);
  store<i64>(r, 0, 32);
}

/**
 * Writes the 32 bytes of a mod p, little-endian, without a branch on a.
 * Requires: a carried, or the difference of two carried ones, so that |a| < 2p: then q below is floor(a / p).
 */
export function toBytes(bytes: usize, a: usize): void {
  let q: i64 = (19 * i64.load32_s(a, 36) + (1 << 24)) >> 25;
  for (let i: usize = 0; i < 10; i++) q = (i64.load32_s(a + 4 * i) + q) >> <i64>(26 - (i & 1));
  let carry: i64 = 19 * q;
  for (let i: usize = 0; i < 10; i++) {
    const width = <i64>(26 - (i & 1));
    const limb = i64.load32_s(a + 4 * i) + carry;
    carry = limb >> width;
    store<u64>(FOR_LIMBS + 8 * i, limb & (((<i64>1) << width) - 1));
  }
  const l2 = load<u64>(FOR_LIMBS, 16);
  const l7 = load<u64>(FOR_LIMBS, 56);
  store<u64>(bytes, load<u64>(FOR_LIMBS) | (load<u64>(FOR_LIMBS, 8) << 26) | (l2 << 51));
  store<u64>(bytes, (l2 >> 13) | (load<u64>(FOR_LIMBS, 24) << 13) | (load<u64>(FOR_LIMBS, 32) << 38), 8);
  store<u64>(bytes, load<u64>(FOR_LIMBS, 40) | (load<u64>(FOR_LIMBS, 48) << 25) | (l7 << 51), 16);
  store<u64>(bytes, (l7 >> 13) | (load<u64>(FOR_LIMBS, 64) << 12) | (load<u64>(FOR_LIMBS, 72) << 38), 24);
}

/** Requires: as `toBytes`. */
export function isZero(a: usize): bool {
  toBytes(FOR_BYTES, a);
  return (load<u64>(FOR_BYTES) | load<u64>(FOR_BYTES, 8) | load<u64>(FOR_BYTES, 16) | load<u64>(FOR_BYTES, 24)) == 0;
}

/** The lowest bit of a mod p. Requires: as `toBytes`. */
export function parity(a: usize): i32 {
  toBytes(FOR_BYTES, a);
  return load<u8>(FOR_BYTES) & 1;
}

function squareTimes(r: usize, a: usize, times: i32): void {
  square(r, a);
  for (let i = 1; i < times; i++) square(r, r);
}

const A: usize = FOR_POWERS;
const B: usize = FOR_POWERS + FIELD;
const C: usize = FOR_POWERS + 2 * FIELD;
const S: usize = FOR_POWERS + 3 * FIELD;
const Z11: usize = FOR_POWERS + 4 * FIELD;

/** C = z^(2^250 − 1) and Z11 = z^11, by the usual addition chain. */
function commonPower(z: usize): void {
  square(A, z);
  squareTimes(B, A, 2);
  multiply(B, B, z); // z^9
  multiply(Z11, B, A);
  square(S, Z11);
  multiply(A, S, B); // z^(2^5 − 1)
  squareTimes(S, A, 5);
  multiply(A, S, A); // 2^10 − 1
  squareTimes(S, A, 10);
  multiply(B, S, A); // 2^20 − 1
  squareTimes(S, B, 20);
  multiply(S, S, B); // 2^40 − 1
  squareTimes(S, S, 10);
  multiply(A, S, A); // 2^50 − 1
  squareTimes(S, A, 50);
  multiply(B, S, A); // 2^100 − 1
  squareTimes(S, B, 100);
  multiply(S, S, B); // 2^200 − 1
  squareTimes(S, S, 50);
  multiply(C, S, A); // 2^250 − 1
}

/** r = 1/z, and 0 for 0: z^(p − 2), p − 2 = 2^255 − 21. */
export function invert(r: usize, z: usize): void {
  commonPower(z);
  squareTimes(C, C, 5);
  multiply(r, C, Z11);
}

/** r = z^((p − 5)/8) = z^(2^252 − 3), from which square roots are made. */
export function rootPower(r: usize, z: usize): void {
  commonPower(z);
  squareTimes(C, C, 2);
  multiply(r, C, z);
}
