// Between elements of the scalar module (ten 32-bit limbs) and pairs of elements (five doubles in each lane).
import { LANE_FIELD, LANE_POINT } from './lane-memory';
import { multiply2, square2 } from './lane-kernel';
import { FIELD, POINT } from '../scalar/memory-map';

/** Writes one lane: limbs of 51 bits, balanced by two carry passes, |limb| ≤ 2^50 and the first at most 2^50 + 19. */
function packLane(r: usize, a: usize, lane: usize): void {
  const to = r + 8 * lane;
  let carry: i64 = 0;
  for (let i: usize = 0; i < 5; i++) {
    let limb = i64.load32_s(a + 8 * i) + (i64.load32_s(a + 8 * i, 4) << 26) + carry;
    carry = (limb + (1 << 50)) >> 51;
    limb -= carry << 51;
    store<f64>(to + 16 * i, <f64>limb);
  }
  carry *= 19;
  for (let i: usize = 0; i < 5; i++) {
    let limb = <i64>load<f64>(to + 16 * i) + carry;
    carry = (limb + (1 << 50)) >> 51;
    limb -= carry << 51;
    store<f64>(to + 16 * i, <f64>limb);
  }
  store<f64>(to, load<f64>(to) + <f64>(carry * <i64>19));
}

/** r = (a, b). */
export function pack(r: usize, a: usize, b: usize): void {
  packLane(r, a, 0);
  packLane(r, b, 1);
}

/** r = lane `lane` of a, with limbs in [−2^25, 2^25]. Requires: a carried. */
export function unpack(r: usize, a: usize, lane: usize): void {
  for (let i: usize = 0; i < 5; i++) {
    const limb = <i64>load<f64>(a + 16 * i + 8 * lane);
    const high = (limb + (1 << 25)) >> 26;
    store<i32>(r + 8 * i, <i32>(limb - (high << 26)));
    store<i32>(r + 8 * i, <i32>high, 4);
  }
}

export function packPoints(r: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < 4; i++) pack(r + LANE_FIELD * i, a + FIELD * i, b + FIELD * i);
}

export function unpackPoint(r: usize, a: usize, lane: usize): void {
  for (let i: usize = 0; i < 4; i++) unpack(r + FIELD * i, a + LANE_FIELD * i, lane);
}

/** Both lanes, into two points that stand one after the other. */
export function unpackPoints(r: usize, a: usize): void {
  unpackPoint(r, a, 0);
  unpackPoint(r + POINT, a, 1);
}

export function copyPoints(r: usize, a: usize): void {
  memory.copy(r, a, LANE_POINT);
}

function squareTimes(r: usize, a: usize, times: i32): void {
  square2(r, a);
  for (let i = 1; i < times; i++) square2(r, r);
}

/** r = z^(2^252 − 3), with three elements of room at `room`. */
export function rootPower2(r: usize, z: usize, room: usize): void {
  const a = room;
  const b = room + LANE_FIELD;
  const c = room + 2 * LANE_FIELD;
  square2(a, z);
  squareTimes(b, a, 2);
  multiply2(b, b, z); // z^9
  multiply2(a, b, a); // z^11
  square2(c, a);
  multiply2(a, c, b); // z^(2^5 − 1)
  squareTimes(c, a, 5);
  multiply2(a, c, a); // 2^10 − 1
  squareTimes(c, a, 10);
  multiply2(b, c, a); // 2^20 − 1
  squareTimes(c, b, 20);
  multiply2(c, c, b); // 2^40 − 1
  squareTimes(c, c, 10);
  multiply2(a, c, a); // 2^50 − 1
  squareTimes(c, a, 50);
  multiply2(b, c, a); // 2^100 − 1
  squareTimes(c, b, 100);
  multiply2(c, c, b); // 2^200 − 1
  squareTimes(c, c, 50);
  multiply2(b, c, a); // 2^250 − 1
  squareTimes(b, b, 2);
  multiply2(r, b, z);
}
