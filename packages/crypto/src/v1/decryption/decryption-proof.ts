import type { Element, Group } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import type { Proof } from '../../primitives/schnorr.ts';

/**
 * Proves that F = alpha^x for the same x as X = g^x.
 *
 * Source: Chaum, Pedersen, CRYPTO 1992; Belenios specification 2.0, "Partial decryptions".
 * Symbols: w nonce, A = g^w, B = alpha^w, c = H(`decrypt|phi|X|A,B`), r = w - x·c mod q.
 * Hazards: for our own elections the strong proof of the side file is asked for as well (strict/strong-proof.ts). A nonce
 *   used twice gives x away.
 */
export function proveDecryption(
  group: Group,
  fingerprint: string,
  x: bigint,
  X: Element,
  alpha: Element,
  random: Randomness,
): Proof {
  const w = randomScalar(group, random);
  const [A, B] = [group.secretPower(group.g, w), group.secretPower(alpha, w)];
  const c = decryptionChallenge(group, fingerprint, X, A, B);
  return { challenge: c, response: (w + (group.q - x) * c) % group.q };
}

/**
 * Whether a decryption factor F of alpha is proven to be made with the secret of X.
 *
 * Symbols: A = g^r·X^c, B = alpha^r·F^c; holds if c = H(`decrypt|phi|X|A,B`).
 */
export function decryptionHolds(
  group: Group,
  fingerprint: string,
  X: Element,
  alpha: Element,
  F: Element,
  { challenge: c, response: r }: Proof,
): boolean {
  const A = group.powerProduct([group.g, X], [r, c]);
  const B = group.powerProduct([alpha, F], [r, c]);
  return c === decryptionChallenge(group, fingerprint, X, A, B);
}

const decryptionChallenge = (group: Group, fingerprint: string, X: Element, A: Element, B: Element): bigint =>
  group.hashToScalar(`decrypt|${fingerprint}|${group.write(X)}|${group.write(A)},${group.write(B)}`);
