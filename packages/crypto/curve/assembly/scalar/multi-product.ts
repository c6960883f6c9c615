// Products of many powers at once: out = Σ scalar_i · point_i, written additively.
// Source: Pippenger's buckets, in the form of Bernstein, Doumen, Lange, Oosterwijk, "Faster batch forgery
//   identification", INDOCRYPT 2012, §4, with signed digits.
// For public points and scalars.
import { AFFINE, FIELD, POINT, giveBack, take } from './memory-map';
import { addAffine, addPoint, double, setIdentity, subtractAffine, toAffine } from './point';
import { ONE } from './field';
import { signedDigits } from './digits';
import { toAffineCoordinates } from './encoding';

/** The window width with the fewest additions. */
export function bestWidth(count: i32, bits: i32): i32 {
  let best = 3;
  let least = i64.MAX_VALUE;
  for (let width = 3; width <= 15; width++) {
    const windows = <i64>(bits / width + 1);
    const cost = windows * (<i64>count + ((<i64>3) << (width - 1)));
    if (cost < least) {
      least = cost;
      best = width;
    }
  }
  return best;
}

/** out = Σ scalar_i · point_i for scalars below 2^bits, 32 bytes each. Requires: count ≥ 1, bits ≤ 253. */
export function multiProduct(out: usize, points: usize, scalars: usize, count: i32, bits: i32): void {
  const width = bestWidth(count, bits);
  const windows = bits / width + 1;
  const half = 1 << (width - 1);
  const affine = take(AFFINE * count);
  const digits = take(2 * <usize>(windows * count));
  const buckets = take(POINT * half);
  const used = take(half);
  const running = take(POINT);
  const sum = take(POINT);
  fillAffine(affine, points, count);
  for (let i = 0; i < count; i++) signedDigits(digits + 2 * <usize>(windows * i), scalars + 32 * i, width, windows);
  setIdentity(out);
  for (let window = windows - 1; window >= 0; window--) {
    double(out, out, width);
    memory.fill(used, 0, half);
    for (let i = 0; i < count; i++) {
      const digit = <i32>load<i16>(digits + 2 * <usize>(windows * i + window));
      if (digit == 0) continue;
      const index = abs(digit) - 1;
      const bucket = buckets + POINT * index;
      if (load<u8>(used + index) == 0) {
        setIdentity(bucket);
        store<u8>(used + index, 1);
      }
      if (digit > 0) addAffine(bucket, bucket, affine + AFFINE * i);
      else subtractAffine(bucket, bucket, affine + AFFINE * i);
    }
    setIdentity(running);
    setIdentity(sum);
    let started = false;
    for (let index = half - 1; index >= 0; index--) {
      if (load<u8>(used + index)) {
        addPoint(running, running, buckets + POINT * index);
        started = true;
      }
      if (started) addPoint(sum, sum, running);
    }
    addPoint(out, out, sum);
  }
  giveBack(affine);
}

function fillAffine(affine: usize, points: usize, count: i32): void {
  const coordinates = take(2 * FIELD * count);
  const point = take(POINT);
  toAffineCoordinates(coordinates, points, count);
  for (let i = 0; i < count; i++) {
    memory.copy(point, coordinates + 2 * FIELD * i, 2 * FIELD);
    toAffine(affine + AFFINE * i, point, ONE);
  }
  giveBack(coordinates);
}
