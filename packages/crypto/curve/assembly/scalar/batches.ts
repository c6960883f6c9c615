// Many points in one call. A count of −1 says that all went well; otherwise it is the index of the first that did not.
import { FOR_ENCODING } from './scratch';
import { FIELD, POINT, Y, Z, giveBack, take } from './memory-map';
import { SPARSE } from './windows';
import { addPublicPower, addSecretPower } from './fixed-base';
import { addPoint, isIdentity, negatePoint, setIdentity } from './point';
import { decodePoint, readText } from './encoding';
import { gNarrow, gWide } from './bases';
import { isZero, subtract } from './field';
import { multiply } from './field-kernel';
import { ORDER, orderTimes, secretPower, smallProduct } from './variable-base';
import { readDecimal } from './group-order';
import { sparseDigits } from './digits';

const LEFT: usize = FOR_ENCODING;
const RIGHT: usize = FOR_ENCODING + FIELD;

export function decodePoints(out: usize, encodings: usize, count: i32): i32 {
  for (let i = 0; i < count; i++) if (!decodePoint(out + POINT * i, encodings + 32 * i)) return i;
  return -1;
}

/** Reads texts of 64 digits into encodings. */
export function readTexts(encodings: usize, texts: usize, count: i32): i32 {
  for (let i = 0; i < count; i++) if (!readText(encodings + 32 * i, texts + 64 * i)) return i;
  return -1;
}

/** Reads decimal numbers below ℓ, each ended by a line feed. */
export function readDecimals(out: usize, text: usize, count: i32): i32 {
  let from = text;
  for (let i = 0; i < count; i++) {
    let to = from;
    while (load<u8>(to) != 10) to++;
    if (!readDecimal(out + 32 * i, from, <i32>(to - from))) return i;
    from = to + 1;
  }
  return -1;
}

/** Checks that ℓ·p is the neutral element. */
export function checkOrders(points: usize, count: i32): i32 {
  const product = take(POINT);
  for (let i = 0; i < count; i++) {
    orderTimes(product, points + POINT * i);
    if (!isIdentity(product)) return i;
  }
  giveBack(product);
  return -1;
}

/** The digits of ℓ. */
export function orderDigits(digits: usize): void {
  sparseDigits(digits, ORDER, SPARSE);
}

export function addPoints(out: usize, a: usize, b: usize, count: i32): void {
  for (let i = 0; i < count; i++) addPoint(out + POINT * i, a + POINT * i, b + POINT * i);
}

/** out = the sum of all. */
export function sumPoints(out: usize, points: usize, count: i32): void {
  setIdentity(out);
  for (let i = 0; i < count; i++) addPoint(out, out, points + POINT * i);
}

export function negatePoints(out: usize, a: usize, count: i32): void {
  for (let i = 0; i < count; i++) negatePoint(out + POINT * i, a + POINT * i);
}

/** Whether p/z = q/w for coordinates p, q and the Z coordinates z, w. */
function equalRatios(p: usize, z: usize, q: usize, w: usize): bool {
  multiply(LEFT, p, w);
  multiply(RIGHT, q, z);
  subtract(LEFT, LEFT, RIGHT);
  return isZero(LEFT);
}

/** Whether a = b as points, whatever their Z. The answer is public. */
export function equalPoints(a: usize, b: usize): bool {
  return equalRatios(a, a + Z, b, b + Z) && equalRatios(a + Y, a + Z, b + Y, b + Z);
}

/** out_i = Σ_t scalar_(i,t) · point_(i,t), `terms` of each; for public points and scalars. */
export function smallProducts(out: usize, points: usize, scalars: usize, terms: i32, count: i32): void {
  for (let i = 0; i < count; i++)
    smallProduct(out + POINT * i, points + POINT * terms * i, scalars + 32 * terms * i, terms);
}

/** out_i = scalar_i · point_i for secret scalars below ℓ. */
export function secretPowers(out: usize, points: usize, scalars: usize, count: i32): void {
  for (let i = 0; i < count; i++) secretPower(out + POINT * i, points + POINT * i, scalars + 32 * i);
}

/** out_i = scalar · point_i for one secret scalar below ℓ. */
export function secretPowersOf(out: usize, points: usize, scalar: usize, count: i32): void {
  for (let i = 0; i < count; i++) secretPower(out + POINT * i, points + POINT * i, scalar);
}

/** out_i = scalar_i · g for public scalars. Requires: the wide table. */
export function basePowers(out: usize, scalars: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    setIdentity(out + POINT * i);
    addPublicPower(out + POINT * i, gWide, scalars + 32 * i);
  }
}

/** out_i = scalar_i · g for secret scalars below ℓ. Requires: the narrow table. */
export function secretBasePowers(out: usize, scalars: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    setIdentity(out + POINT * i);
    addSecretPower(out + POINT * i, gNarrow, scalars + 32 * i);
  }
}
