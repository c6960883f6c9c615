import { err, invariant, ok, type Result } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import { inverseMod, mod } from '../../primitives/modular.ts';
import { inStep } from './in-step.ts';
import { quorumOf, type VerifiedTrustees } from './verified-trustees.ts';

/** Whose factor enters with which exponent. */
export interface FactorShare {
  readonly owner: number;
  readonly exponent: bigint;
}

/** `needed` of these trustees must still decrypt. */
export interface MissingDecryptions {
  readonly needed: number;
  readonly owners: readonly number[];
}

/**
 * The Lagrange coefficients for the value at 0 of a polynomial known at these numbers.
 *
 * Source: Shamir, "How to share a secret", 1979; Belenios specification 3.0, "Election result".
 * Symbols: λ_j = Π_{k ≠ j} k/(k - j) mod q.
 * Requires: distinct numbers from 1, far below q.
 */
export function lagrangeAtZero(numbers: readonly number[], q: bigint): readonly bigint[] {
  return numbers.map((j) => {
    const others = numbers.filter((k) => k !== j);
    const over = others.reduce((product, k) => (product * BigInt(k)) % q, 1n);
    const under = others.reduce((product, k) => mod(product * BigInt(k - j), q), 1n);
    return (over * inverseMod(under, q)) % q;
  });
}

/**
 * Says whose decryption factors are combined, and how: every single trustee's as it is, and of each ceremony those of
 * the first members, in the order of their numbers, who have decrypted.
 *
 * Source: Belenios specification 3.0, "Election result".
 *
 * @param present the owners who have decrypted.
 * @returns err: for each entry that lacks some, whom it lacks.
 */
export function combinationOf(
  { group, entries }: VerifiedTrustees,
  present: ReadonlySet<number>,
): Result<readonly FactorShare[], readonly MissingDecryptions[]> {
  const missing: MissingDecryptions[] = [];
  const shares = entries.flatMap((entry): readonly FactorShare[] => {
    const { members, threshold } = quorumOf(entry);
    const numbered = members.map(({ owner }, i) => ({ owner, number: i + 1 }));
    const used = numbered.filter(({ owner }) => present.has(owner)).slice(0, threshold);
    if (used.length < threshold) {
      const owners = members.map(({ owner }) => owner).filter((owner) => !present.has(owner));
      missing.push({ needed: threshold - used.length, owners });
      return [];
    }
    const numbers = used.map(({ number }) => number);
    return inStep(used, lagrangeAtZero(numbers, group.q)).map(([{ owner }, exponent]) => ({ owner, exponent }));
  });
  return missing.length === 0 ? ok(shares) : err(missing);
}

/**
 * The product of the factors of one ciphertext, each raised to its exponent: alpha^(secret election key).
 *
 * Requires: factors that are checked.
 * @throws InvariantError when the factor of a share is not there.
 */
export function combineFactors(
  group: Group,
  shares: readonly FactorShare[],
  factorOf: (owner: number) => Element | undefined,
): Element {
  const [raised, exponents]: [Element[], bigint[]] = [[], []];
  let product = group.one;
  for (const { owner, exponent } of shares) {
    const factor = factorOf(owner);
    invariant(factor !== undefined, 'there is a factor for every share');
    // Most factors enter as they are, which needs no power.
    if (exponent === 1n) product = group.multiply(product, factor);
    else {
      raised.push(factor);
      exponents.push(exponent);
    }
  }
  return raised.length === 0 ? product : group.multiply(product, group.powerProduct(raised, exponents));
}
