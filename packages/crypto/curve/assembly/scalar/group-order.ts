// The integers modulo the group order ℓ = 2^252 + 27742317777372353535851937790883648493, as 32 bytes little-endian.
// Source: Montgomery, "Modular Multiplication Without Trial Division", Math. Comp. 1985, eight limbs of 32 bits.
// No branch and no address depends on a value: challenges and responses are made from secrets with these.
import { FOR_SCALARS } from './scratch';
import { ORDER } from './variable-base';

/** 2^512 mod ℓ. */
const R_SQUARED: usize = memory.data<u64>([
  0xa40611e3449c0f01, 0xd00e1ba768859347, 0xceec73d217f5be65, 0x0399411b7c309a3d,
]);
const ONE: usize = memory.data<u64>([1, 0, 0, 0]);
/** −1/ℓ mod 2^32. */
const MINUS_INVERSE: u64 = 0x12547e1b;
const SUM: usize = FOR_SCALARS;
const REDUCED: usize = FOR_SCALARS + 48;
const FACTOR: usize = FOR_SCALARS + 80;
const SMALL: usize = FOR_SCALARS + 112;

/** r = the number in SUM (nine limbs, below 2ℓ) less ℓ where it is not below ℓ. */
function reduceOnce(r: usize): void {
  let borrow: i64 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    borrow += <i64>load<u32>(SUM + i) - <i64>load<u32>(ORDER + i);
    store<u32>(REDUCED + i, <u32>borrow);
    borrow >>= 32;
  }
  const keepSum = <u32>((borrow + <i64>load<u32>(SUM, 32)) >> 63);
  for (let i: usize = 0; i < 32; i += 4) {
    const reduced = load<u32>(REDUCED + i);
    store<u32>(r + i, reduced ^ (keepSum & (reduced ^ load<u32>(SUM + i))));
  }
}

/** r = a·b/2^256 mod ℓ. Requires: a·b < 2^256·ℓ. */
function montgomery(r: usize, a: usize, b: usize): void {
  memory.fill(SUM, 0, 40);
  for (let i: usize = 0; i < 32; i += 4) {
    const digit = <u64>load<u32>(b + i);
    let carry: u64 = 0;
    for (let j: usize = 0; j < 32; j += 4) {
      carry += <u64>load<u32>(a + j) * digit + <u64>load<u32>(SUM + j);
      store<u32>(SUM + j, <u32>carry);
      carry >>= 32;
    }
    carry += <u64>load<u32>(SUM, 32);
    store<u64>(SUM, carry, 32);
    const quotient = (<u64>load<u32>(SUM) * MINUS_INVERSE) & 0xffffffff;
    carry = (<u64>load<u32>(ORDER) * quotient + <u64>load<u32>(SUM)) >> 32;
    for (let j: usize = 4; j < 32; j += 4) {
      carry += <u64>load<u32>(ORDER + j) * quotient + <u64>load<u32>(SUM + j);
      store<u32>(SUM + j - 4, <u32>carry);
      carry >>= 32;
    }
    carry += load<u64>(SUM, 32);
    store<u64>(SUM, carry, 28);
    store<u32>(SUM, 0, 36);
  }
  reduceOnce(r);
}

/** r = a·b mod ℓ, for a and b below 2^256 with one of them below ℓ. */
export function multiplyScalars(r: usize, a: usize, b: usize): void {
  montgomery(FACTOR, a, b);
  montgomery(r, FACTOR, R_SQUARED);
}

/** r = a mod ℓ, for any a below 2^256. */
export function reduceScalar(r: usize, a: usize): void {
  montgomery(FACTOR, a, R_SQUARED);
  montgomery(r, FACTOR, ONE);
}

/** r = a + b mod ℓ, both below ℓ. */
export function addScalars(r: usize, a: usize, b: usize): void {
  let carry: u64 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    carry += <u64>load<u32>(a + i) + <u64>load<u32>(b + i);
    store<u32>(SUM + i, <u32>carry);
    carry >>= 32;
  }
  store<u32>(SUM, <u32>carry, 32);
  reduceOnce(r);
}

/** r = a − b mod ℓ, both below ℓ. */
export function subtractScalars(r: usize, a: usize, b: usize): void {
  let carry: i64 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    carry += <i64>load<u32>(a + i) + <i64>load<u32>(ORDER + i) - <i64>load<u32>(b + i);
    store<u32>(SUM + i, <u32>carry);
    carry >>= 32;
  }
  store<u32>(SUM, <u32>carry, 32);
  reduceOnce(r);
}

/** r = small mod ℓ, for a number that may be negative and secret. */
export function setSmallScalar(r: usize, small: i32): void {
  const mask = <u32>(small >> 31);
  let carry: i64 = <i64>small;
  for (let i: usize = 0; i < 32; i += 4) {
    carry += <i64>(load<u32>(ORDER + i) & mask);
    store<u32>(r + i, <u32>carry);
    carry >>= 32;
  }
}

/** r = a·small mod ℓ, for a number that may be negative and secret. */
export function multiplySmall(r: usize, a: usize, small: i32): void {
  setSmallScalar(SMALL, small);
  multiplyScalars(r, a, SMALL);
}

/** r = a where mask is −1, 0 where it is 0. */
export function keepWhere(r: usize, a: usize, mask: i32): void {
  for (let i: usize = 0; i < 32; i += 8) store<i64>(r + i, load<i64>(a + i) & <i64>mask);
}

/** Whether two canonical scalars are equal; the answer is public. */
export function equalScalars(a: usize, b: usize): bool {
  return (
    ((load<i64>(a) ^ load<i64>(b)) |
      (load<i64>(a, 8) ^ load<i64>(b, 8)) |
      (load<i64>(a, 16) ^ load<i64>(b, 16)) |
      (load<i64>(a, 24) ^ load<i64>(b, 24))) ==
    0
  );
}

/** Whether 32 bytes stand for a number below ℓ; the answer is public. */
export function isCanonicalScalar(a: usize): bool {
  let borrow: i64 = 0;
  for (let i: usize = 0; i < 32; i += 4) {
    borrow += <i64>load<u32>(a + i) - <i64>load<u32>(ORDER + i);
    borrow >>= 32;
  }
  return borrow < 0;
}

/**
 * Reads a decimal number below ℓ as the format writes it: digits alone, no leading zero. For public numbers.
 * @returns false for anything else
 */
export function readDecimal(r: usize, text: usize, length: i32): bool {
  memory.fill(r, 0, 32);
  if (length < 1 || length > 76 || (length > 1 && load<u8>(text) == 48)) return false;
  let at = 0;
  while (at < length) {
    let chunk: u64 = 0;
    let scale: u64 = 1;
    const end = min(length, at + 9);
    for (; at < end; at++) {
      const value = <i32>load<u8>(text + at) - 48;
      if (value < 0 || value > 9) return false;
      chunk = chunk * 10 + value;
      scale *= 10;
    }
    for (let i: usize = 0; i < 32; i += 4) {
      chunk += <u64>load<u32>(r + i) * scale;
      store<u32>(r + i, <u32>chunk);
      chunk >>= 32;
    }
  }
  return isCanonicalScalar(r);
}
