// Encodings of points: RFC 8032, §5.1.2 and §5.1.3, and the text of the Belenios format, which is the same 32 bytes in
// reversed order as 64 lower-case hexadecimal digits.
import { FIELD, POINT, T, Y, Z, giveBack, take } from './memory-map';
import { FOR_BYTES, FOR_ENCODING } from './scratch';
import { ONE, add, copy, invert, isZero, negate, parity, rootPower, setSmall, subtract, toBytes } from './field';
import { fromBytes } from './from-bytes';
import { D } from './point';
import { multiply, square } from './field-kernel';

const ROOT_BYTES: usize = memory.data<u64>([
  0xc4ee1b274a0ea0b0, 0x2f431806ad2fe478, 0x2b4d00993dfbd7a7, 0x2b8324804fc1df0b,
]);
/** A square root of −1; set once by `setEncodingConstants`. */
const ROOT_OF_MINUS_ONE: usize = memory.data(40, 16);
const U: usize = FOR_ENCODING;
const V: usize = FOR_ENCODING + FIELD;
const W: usize = FOR_ENCODING + 2 * FIELD;
const X: usize = FOR_ENCODING + 3 * FIELD;
const CHECK: usize = FOR_ENCODING + 4 * FIELD;
const INVERSE: usize = FOR_ENCODING + 5 * FIELD;

export function setEncodingConstants(): void {
  fromBytes(ROOT_OF_MINUS_ONE, ROOT_BYTES);
}

/** Reads y into the point, and says whether it was below p: no second encoding of one element. */
export function readCanonicalY(r: usize, bytes: usize): bool {
  fromBytes(r + Y, bytes);
  toBytes(FOR_BYTES, r + Y);
  return (
    load<u64>(FOR_BYTES) == load<u64>(bytes) &&
    load<u64>(FOR_BYTES, 8) == load<u64>(bytes, 8) &&
    load<u64>(FOR_BYTES, 16) == load<u64>(bytes, 16) &&
    load<u64>(FOR_BYTES, 24) == (load<u64>(bytes, 24) & 0x7fffffffffffffff)
  );
}

/**
 * Completes a point from a candidate for x: v x² must be ±u.
 * @returns false if y belongs to no point, or if x = 0 stands with sign 1.
 */
export function finishDecoding(r: usize, bytes: usize, vxx: usize, u: usize): bool {
  subtract(CHECK, vxx, u);
  if (!isZero(CHECK)) {
    add(CHECK, vxx, u);
    multiply(CHECK, CHECK, ONE);
    if (!isZero(CHECK)) return false;
    multiply(r, r, ROOT_OF_MINUS_ONE);
  }
  if (parity(r) != <i32>(load<u8>(bytes, 31) >> 7)) {
    if (isZero(r)) return false;
    negate(r, r);
  }
  setSmall(r + Z, 1);
  multiply(r + T, r, r + Y);
  return true;
}

/** Strict decoding of 32 bytes. Checks that the point is on the curve, not that its order is prime. For public points. */
export function decodePoint(r: usize, bytes: usize): bool {
  if (!readCanonicalY(r, bytes)) return false;
  square(U, r + Y);
  multiply(V, U, D);
  subtract(U, U, ONE); // u = y² − 1
  add(V, V, ONE); // v = d y² + 1
  square(W, V);
  multiply(W, W, V); // v³
  square(X, W);
  multiply(X, X, V);
  multiply(X, X, U); // u v⁷
  rootPower(X, X);
  multiply(X, X, W);
  multiply(r, X, U); // x = u v³ (u v⁷)^((p − 5)/8)
  square(W, r);
  multiply(W, W, V);
  return finishDecoding(r, bytes, W, U);
}

/** Divides many points by their Z with one inversion. Source: Montgomery 1987, §10.3.1. Writes x and y, FIELD each. */
export function toAffineCoordinates(out: usize, points: usize, count: i32): void {
  const products = take(FIELD * count);
  setSmall(INVERSE, 1);
  for (let i = 0; i < count; i++) {
    copy(products + FIELD * i, INVERSE);
    multiply(INVERSE, INVERSE, points + POINT * i + Z);
  }
  invert(INVERSE, INVERSE);
  for (let i = count - 1; i >= 0; i--) {
    const p = points + POINT * i;
    multiply(W, INVERSE, products + FIELD * i);
    multiply(INVERSE, INVERSE, p + Z);
    multiply(out + 2 * FIELD * i, p, W);
    multiply(out + 2 * FIELD * i + FIELD, p + Y, W);
  }
  giveBack(products);
}

/** Encodes `count` points, 32 bytes each, with one inversion. No branch on the points. */
export function encodePoints(out: usize, points: usize, count: i32): void {
  const affine = take(2 * FIELD * count);
  toAffineCoordinates(affine, points, count);
  for (let i = 0; i < count; i++) {
    const x = affine + 2 * FIELD * i;
    const bytes = out + 32 * i;
    toBytes(bytes, x + FIELD);
    store<u8>(bytes, load<u8>(bytes, 31) | <u8>(parity(x) << 7), 31);
  }
  giveBack(affine);
}

/** The hexadecimal digit, without a branch or a table: 0…9, then a…f. */
function digit(value: i32): u8 {
  return <u8>(value + 48 + (((9 - value) >> 31) & 39));
}

/** Writes the text of encodings, 64 digits each, followed by `separator`: 65 bytes an element. */
export function writeTexts(out: usize, encodings: usize, count: i32, separator: i32): void {
  for (let i = 0; i < count; i++) {
    const text = out + 65 * i;
    const bytes = encodings + 32 * i;
    for (let j: usize = 0; j < 32; j++) {
      const byte = <i32>load<u8>(bytes + 31 - j);
      store<u8>(text + 2 * j, digit(byte >> 4));
      store<u8>(text + 2 * j, digit(byte & 15), 1);
    }
    store<u8>(text, <u8>separator, 64);
  }
}

/** The value of a lower-case hexadecimal digit, or −1. */
function valueOf(character: i32): i32 {
  if (character >= 48 && character <= 57) return character - 48;
  if (character >= 97 && character <= 102) return character - 87;
  return -1;
}

/** Reads 64 lower-case digits into 32 bytes. @returns false for any other character */
export function readText(bytes: usize, text: usize): bool {
  for (let j: usize = 0; j < 32; j++) {
    const high = valueOf(load<u8>(text + 2 * j));
    const low = valueOf(load<u8>(text + 2 * j, 1));
    if (high < 0 || low < 0) return false;
    store<u8>(bytes + 31 - j, <u8>((high << 4) | low));
  }
  return true;
}
