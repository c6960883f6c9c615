// Signed digits of scalars.
import { FOR_DIGITS } from './scratch';
import { PLACES } from './windows';

const PADDED: usize = FOR_DIGITS + 512;

/**
 * Writes signed digits of `width` bits, |digit| ≤ 2^(width − 1), as 16-bit integers, lowest first. No branch and no
 * address depends on the scalar. Requires: scalar < 2^(width·count − 1), so that nothing is left to carry.
 */
export function signedDigits(digits: usize, scalar: usize, width: i32, count: i32): void {
  memory.copy(PADDED, scalar, 32);
  store<u64>(PADDED, 0, 32);
  const mask = (1 << width) - 1;
  const half = 1 << (width - 1);
  let carry = 0;
  for (let i = 0; i < count; i++) {
    const bit = i * width;
    const value = (<i32>(load<u32>(PADDED + (bit >> 3)) >> <u32>(bit & 7)) & mask) + carry;
    carry = (half - value) >>> 31;
    store<i16>(digits + 2 * i, <i16>(value - (carry << width)));
  }
}

/**
 * The width-`width` non-adjacent form in 256 signed bytes: non-zero digits are odd, |digit| < 2^(width − 1), and at least
 * `width` places apart. For public scalars below 2^255: its time and its memory accesses depend on the scalar.
 */
export function sparseDigits(digits: usize, scalar: usize, width: i32): void {
  memory.copy(PADDED, scalar, 32);
  store<u64>(PADDED, 0, 32);
  memory.fill(digits, 0, PLACES);
  let carry = 0;
  for (let i = 0; i < PLACES;) {
    const bits = <i32>(load<u32>(PADDED + (i >> 3)) >> <u32>(i & 7));
    if (((bits & 1) ^ carry) == 0) {
      i++;
      continue;
    }
    const value = (bits & ((1 << width) - 1)) + carry;
    carry = value >> (width - 1);
    store<i8>(digits + i, <i8>(value - (carry << width)));
    i += width;
  }
}
