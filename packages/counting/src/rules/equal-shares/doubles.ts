/**
 * Bounds for arithmetic in IEEE 754 doubles and in unevaluated sums of two doubles, used to decide without exact
 * fractions where the bounds suffice.
 *
 * Source: Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18, 1971;
 *   Knuth, TAOCP 2, §4.2.2 (two-sum).
 */

/** Twice the relative error of one rounded operation. */
export const ULP = 2 ** -52;

/** More than the relative error of a few operations on sums of two doubles; n of them added are within n² times it. */
export const FINE = 2 ** -101;

/** Splits a double into two halves of at most 26 and 27 bits when multiplied by it. */
export const SPLITTER = 2 ** 27 + 1;

/** hi + lo lies within `error` of the exact value; |lo| ≤ ULP · |hi|. */
export interface Near {
  readonly hi: number;
  readonly lo: number;
  readonly error: number;
}

const bitLength = (n: bigint): number => n.toString(16).length * 4;

/**
 * The fraction num / den as a sum of two doubles, for num ≥ 0 and den > 0. Shifts both so that the whole quotient has
 * at least 124 bits, of which the first double takes its 53 and the second the next.
 * Requires: the value lies between 2^-700 and 2^700, or is 0.
 */
export function nearFraction(num: bigint, den: bigint): Near {
  if (num === 0n) return { hi: 0, lo: 0, error: 0 };
  const shift = 128 - (bitLength(num) - bitLength(den));
  const quotient = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  const hi = Number(quotient);
  const lo = Number(quotient - BigInt(hi));
  const scale = 2 ** -shift;
  return { hi: hi * scale, lo: lo * scale, error: hi * scale * FINE };
}

/** A whole number as a sum of two doubles; exact below 2^106. */
export function nearWhole(n: bigint): Near {
  const hi = Number(n);
  const lo = Number(n - BigInt(hi));
  return { hi, lo, error: BigInt(hi) + BigInt(lo) === n ? 0 : hi * FINE };
}
