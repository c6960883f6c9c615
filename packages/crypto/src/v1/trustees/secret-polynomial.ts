import type { Group } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';

/** The coefficients a_0, …, a_(t-1) of a member's polynomial: secrets in [0, q), a_0 the part of the election's key. */
export type SecretPolynomial = readonly bigint[];

/** A polynomial of which `threshold` values are needed to know it; no coefficient is 0, so that no image is the identity. */
export function newPolynomial(group: Group, threshold: number, random: Randomness): SecretPolynomial {
  const coefficients: bigint[] = [];
  while (coefficients.length < threshold) {
    const coefficient = randomScalar(group, random);
    if (coefficient !== 0n) coefficients.push(coefficient);
  }
  return coefficients;
}

/** f(j) mod q by Horner's rule. */
export const valueAt = ({ q }: Group, polynomial: SecretPolynomial, j: number): bigint =>
  polynomial.reduceRight((value, coefficient) => (value * BigInt(j) + coefficient) % q, 0n);
