import { entryOf } from './entry-of.ts';

/** base^exponent mod modulus. Public values only: the time depends on every argument. */
export type PowerMod = (base: bigint, exponent: bigint, modulus: bigint) => bigint;

const windowBits = 5n;
const windowMask = (1n << windowBits) - 1n;

/** The digits of a number ≥ 0 in base 2^5, highest first. */
function digits(exponent: bigint): readonly number[] {
  const found: number[] = [];
  for (let rest = exponent; rest > 0n; rest >>= windowBits) found.push(Number(rest & windowMask));
  return found.reverse();
}

/**
 * base^exponent mod modulus by fixed windows of five bits, with nothing but `bigint`.
 *
 * Requires: modulus > 1, exponent ≥ 0.
 * Cost: about 1.2 multiplications per bit of the exponent.
 * Hazards: `bigint` arithmetic is not constant-time, so a secret exponent leaks to whoever measures the machine.
 */
export const powerMod: PowerMod = (base, exponent, modulus) => {
  const table = [1n % modulus];
  for (let i = 1; i < 32; i++) table.push((entryOf(table, i - 1) * base) % modulus);
  let result = 1n % modulus;
  for (const digit of digits(exponent)) {
    for (let i = 0; i < 5; i++) result = (result * result) % modulus;
    if (digit !== 0) result = (result * entryOf(table, digit)) % modulus;
  }
  return result;
};

/** The remainder in [0, modulus) of any integer. Requires: modulus > 0. */
export function mod(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/**
 * The inverse of a number modulo a prime, by the extended algorithm of Euclid.
 *
 * @returns 0 for 0, which has none.
 * Hazards: the time depends on the number.
 */
export function inverseMod(value: bigint, modulus: bigint): bigint {
  let [a, b] = [mod(value, modulus), modulus];
  let [x, y] = [1n, 0n];
  while (a !== 0n && b !== 0n) {
    const quotient = b / a;
    [a, b] = [b - quotient * a, a];
    [x, y] = [y - quotient * x, x];
  }
  return b === 1n ? mod(y, modulus) : 0n;
}

/**
 * The Jacobi symbol (value / modulus): 1 for a non-zero square modulo an odd prime, -1 for a non-square, 0 for 0.
 *
 * Source: Cohen, "A Course in Computational Algebraic Number Theory", Algorithm 1.4.10.
 * Requires: modulus odd and positive, value ≥ 0.
 */
export function jacobi(value: bigint, modulus: bigint): -1 | 0 | 1 {
  let [a, n] = [value % modulus, modulus];
  let sign: -1 | 1 = 1;
  while (a !== 0n) {
    while ((a & 1n) === 0n) {
      a >>= 1n;
      const rest = n & 7n;
      if (rest === 3n || rest === 5n) sign = sign === 1 ? -1 : 1;
    }
    [a, n] = [n, a];
    if ((a & 3n) === 3n && (n & 3n) === 3n) sign = sign === 1 ? -1 : 1;
    a %= n;
  }
  return n === 1n ? sign : 0;
}
