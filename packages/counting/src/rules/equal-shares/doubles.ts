/**
 * Bounds for arithmetic in IEEE 754 doubles, used to decide without exact fractions where the bounds suffice.
 */

/** Twice the relative error of one rounded operation. */
export const ULP = 2 ** -52;

/** A double near an exact fraction and a bound on its distance, for num ≥ 0 and den > 0. */
export interface Near {
  readonly value: number;
  readonly error: number;
}

const bitLength = (n: bigint): number => {
  const hex = n.toString(16);
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0] ?? '0', 16)) + 28;
};

/**
 * The fraction num / den as a double. Shifts both so that the whole quotient has 64 bits or more, which `Number` then
 * rounds once. Requires: the value lies between 2^-900 and 2^900, or is 0.
 */
export function nearFraction(num: bigint, den: bigint): Near {
  if (num === 0n) return { value: 0, error: 0 };
  const shift = 64 - (bitLength(num) - bitLength(den));
  const quotient = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  const value = Number(quotient) * 2 ** -shift;
  return { value, error: value * ULP };
}

/** A whole number as a double; exact below 2^53. */
export function nearWhole(n: bigint): Near {
  const value = Number(n);
  return { value, error: BigInt(value) === n ? 0 : value * ULP };
}
