import type { Group } from '../../primitives/group.ts';
import type { Proof } from '../../primitives/schnorr.ts';

/** S0 = phi|credential: what ties every proof of a ballot to its election and to its voter. */
export const ballotPrefix = (fingerprint: string, credential: string): string => `${fingerprint}|${credential}`;

/**
 * Whether the challenges of a disjunctive proof add up to the hash of its transcript.
 *
 * Source: Belenios specification 2.0, "Proofs of interval membership"; Cramer, Damgård, Schoenmakers, CRYPTO 1994.
 * Symbols: sum of c_j = H(transcript) mod q.
 */
export function challengesHold(group: Group, proofs: readonly Proof[], transcript: string): boolean {
  const sum = proofs.reduce((total, { challenge }) => total + challenge, 0n) % group.q;
  return sum === group.hashToScalar(transcript);
}
