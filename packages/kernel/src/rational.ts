import { invariant } from './invariant.ts';

/** An exact fraction. `den` is positive; lowest terms only after `reduced`, so compare with `compareRationals`. */
export interface Rational {
  readonly num: bigint;
  readonly den: bigint;
}

const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** Greatest common divisor, never negative; gcd(0, 0) is 0. Cost: O(log) steps of Euclid on the shorter operand. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction num/den as given, sign moved to the numerator. Requires: den ≠ 0. @throws InvariantError */
export function rational(num: bigint, den = 1n): Rational {
  invariant(den !== 0n, 'a fraction has a denominator other than zero');
  return den < 0n ? { num: -num, den: -den } : { num, den };
}

/** The same fraction in lowest terms. */
export function reduced({ num, den }: Rational): Rational {
  const divisor = gcd(num, den);
  return divisor === 1n ? { num, den } : { num: num / divisor, den: den / divisor };
}

export const add = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? { num: a.num + b.num, den: a.den } : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };

export const subtract = (a: Rational, b: Rational): Rational => add(a, { num: -b.num, den: b.den });

export const multiply = (a: Rational, b: Rational): Rational => ({ num: a.num * b.num, den: a.den * b.den });

/** Requires: b ≠ 0. @throws InvariantError */
export const divide = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);

/** Negative, zero or positive as a is below, equal to or above b. Exact. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Writes a fraction exactly: `12`, `-3/4`. In lowest terms. */
export function writeRational(value: Rational): string {
  const { num, den } = reduced(value);
  return den === 1n ? String(num) : `${num}/${den}`;
}
