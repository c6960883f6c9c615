// Many points in one call, two at a time; compare ../scalar/batches.ts.
import { FOR_DECODING, FOR_PAIR, FOR_PRODUCT, FOR_SCALAR_POINTS } from './scratch';
import { LANE_FIELD, LANE_POINT } from './lane-memory';
import { PLACES } from '../scalar/windows';
import { FIELD, POINT, Y } from '../scalar/memory-map';
import { D } from './lane-point';
import { addCarried2, multiply2, square2, subtractCarried2 } from './lane-kernel';
import { decodePoint, finishDecoding, giveBack, isIdentity, orderDigits, readCanonicalY, take } from './scalar';
import { fromBytes } from '../scalar/from-bytes';
import { pack, packPoints, rootPower2, unpack, unpackPoints } from './lane-field';
import { secretPower2, sharedPowers2 } from './lane-powers';

const ONE_BYTES: usize = memory.data<u64>([1, 0, 0, 0]);
const ONE: usize = memory.data(80, 16);
const U: usize = FOR_DECODING;
const V: usize = FOR_DECODING + LANE_FIELD;
const W: usize = FOR_DECODING + 2 * LANE_FIELD;
const X: usize = FOR_DECODING + 3 * LANE_FIELD;
const ROOM: usize = FOR_DECODING + 4 * LANE_FIELD;

export function setDecodingConstants(): void {
  fromBytes(FOR_SCALAR_POINTS, ONE_BYTES);
  pack(ONE, FOR_SCALAR_POINTS, FOR_SCALAR_POINTS);
}

/** Strict decoding, as in the scalar module. @returns the index of the first that is refused, or −1 */
export function decodePoints(out: usize, encodings: usize, count: i32): i32 {
  for (let i = 0; i < count - 1; i += 2) {
    if (!decodePair(out + POINT * i, encodings + 32 * i)) {
      return decodePoint(out + POINT * i, encodings + 32 * i) ? i + 1 : i;
    }
  }
  if ((count & 1) == 1 && !decodePoint(out + POINT * (count - 1), encodings + 32 * (count - 1))) return count - 1;
  return -1;
}

/** The exponentiation of both square roots in one pass. @returns false if one of the two is refused */
function decodePair(out: usize, bytes: usize): bool {
  if (!readCanonicalY(out, bytes) || !readCanonicalY(out + POINT, bytes + 32)) return false;
  pack(X, out + Y, out + POINT + Y);
  square2(U, X);
  multiply2(V, U, D);
  subtractCarried2(U, U, ONE);
  addCarried2(V, V, ONE);
  square2(W, V);
  multiply2(W, W, V);
  square2(X, W);
  multiply2(X, X, V);
  multiply2(X, X, U);
  rootPower2(X, X, ROOM);
  multiply2(X, X, W);
  multiply2(X, X, U);
  square2(W, X);
  multiply2(W, W, V);
  return finishLane(out, bytes, 0) && finishLane(out + POINT, bytes + 32, 1);
}

function finishLane(out: usize, bytes: usize, lane: usize): bool {
  const u = FOR_SCALAR_POINTS;
  const vxx = FOR_SCALAR_POINTS + FIELD;
  unpack(out, X, lane);
  unpack(u, U, lane);
  unpack(vxx, W, lane);
  return finishDecoding(out, bytes, vxx, u);
}

/** Checks that ℓ·p is the neutral element. @returns the index of the first that fails, or −1 */
export function checkOrders(points: usize, count: i32): i32 {
  const digits = take(<usize>PLACES);
  const pair = take(LANE_POINT);
  const product = take(LANE_POINT);
  orderDigits(digits);
  let failed = -1;
  for (let i = 0; i < count && failed < 0; i += 2) {
    const second = i + 1 < count ? i + 1 : i;
    packPoints(pair, points + POINT * i, points + POINT * second);
    sharedPowers2(product, pair, digits, 1);
    unpackPoints(FOR_SCALAR_POINTS, product);
    if (!isIdentity(FOR_SCALAR_POINTS)) failed = i;
    else if (!isIdentity(FOR_SCALAR_POINTS + POINT)) failed = second;
  }
  giveBack(digits);
  return failed;
}

/** out_i = scalar · point_i for one secret scalar below ℓ. Requires: an even count. */
export function secretPowersOf(out: usize, points: usize, scalar: usize, count: i32): void {
  for (let i = 0; i < count; i += 2) {
    packPoints(FOR_PAIR, points + POINT * i, points + POINT * i + POINT);
    secretPower2(FOR_PRODUCT, FOR_PAIR, scalar);
    unpackPoints(out + POINT * i, FOR_PRODUCT);
  }
}
