import type { Element, Group } from './group.ts';
import { type Randomness, randomScalar } from './randomness.ts';

/** Challenge and response of a sigma protocol, both in [0, q). */
export interface Proof {
  readonly challenge: bigint;
  readonly response: bigint;
}

/**
 * Proves knowledge of x with X = g^x; with a message in the prefix it is a signature.
 *
 * Source: Schnorr, "Efficient signature generation by smart cards", 1991; Belenios specification 2.0, "pok", "Signatures".
 * Symbols: w nonce, A = g^w, c = H(prefix + str(A)), r = w - x·c mod q.
 * Domain separation: the prefix, which begins with the name of the use and ends in `|`.
 * Hazards: a nonce used twice gives x away; the power of w is a `secretPower`, the rest is `bigint`.
 */
export function proveKnowledge(group: Group, x: bigint, prefix: string, random: Randomness): Proof {
  const w = randomScalar(group, random);
  const A = group.secretPower(group.g, w);
  const c = group.hashToScalar(prefix + group.write(A));
  return { challenge: c, response: (w + (group.q - x) * c) % group.q };
}

/**
 * Whether a proof of knowledge of the discrete logarithm of X holds.
 *
 * Symbols: A = g^r·X^c; holds if c = H(prefix + str(A)).
 * Requires: challenge and response in [0, q), checked by the caller.
 */
export function knowledgeHolds(
  group: Group,
  X: Element,
  { challenge: c, response: r }: Proof,
  prefix: string,
): boolean {
  const A = group.powerProduct([group.g, X], [r, c]);
  return c === group.hashToScalar(prefix + group.write(A));
}
