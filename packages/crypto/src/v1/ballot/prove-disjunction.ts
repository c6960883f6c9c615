import type { Group, SecretPair } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import type { Proof } from '../../primitives/schnorr.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/** A ciphertext as its maker knows it: (g^randomness, y^randomness·g^plaintext), and the value it is said to hold. */
export interface KnownDisjunct {
  readonly randomness: bigint;
  readonly plaintext: number;
  readonly value: number;
}

/** A proof under way: the commitments to be made, and the answers once the transcript is hashed. */
export interface StartedProof {
  /** What (A_j, B_j) are made of, j by j. */
  readonly commitments: readonly SecretPair[];
  readonly finish: (hash: bigint) => readonly Proof[];
}

/**
 * Starts the proof that one of several ciphertexts holds the value said of it, without telling which.
 *
 * Source: Cramer, Damgård, Schoenmakers, CRYPTO 1994; Belenios specification 2.0, "Proofs of interval membership".
 * Symbols: for the true one A = g^w, B = y^w; for another j, with c_j and r_j drawn beforehand,
 *   A_j = g^(r_j)·alpha^(c_j) = g^(r_j + r·c_j) and B_j = y^(r_j + r·c_j)·g^((m - M_j)·c_j).
 * Witness: the randomness r and plaintext m of each ciphertext.
 * Requires: disjuncts[real] holds: its plaintext is its value.
 * Hazards: which disjunct is real is a secret, and `bigint` is not constant-time.
 */
export function startDisjunction(
  group: Group,
  disjuncts: readonly KnownDisjunct[],
  real: number,
  random: Randomness,
): StartedProof {
  const { q } = group;
  const drawn = disjuncts.map(() => ({
    challenge: randomScalar(group, random),
    response: randomScalar(group, random),
  }));
  const simulated = drawn.map((proof, j) => (j === real ? { ...proof, challenge: 0n } : proof));
  const commitments = disjuncts.map(({ randomness: r, plaintext: m, value: M }, j): SecretPair => {
    // With the challenge 0 of the true disjunct this is (w, 0): its nonce w is its drawn response.
    const { challenge: c, response } = entryOf(simulated, j);
    const difference = BigInt(m - M);
    return { exponent: (response + r * c) % q, shift: (((difference * c) % q) + q) % q };
  });
  return {
    commitments,
    finish(hash) {
      const others = simulated.reduce((sum, { challenge }) => sum + challenge, 0n) % q;
      const own = (hash + q - others) % q;
      return simulated.map((proof, j) => {
        const { randomness: r } = entryOf(disjuncts, j);
        return j === real ? { challenge: own, response: (proof.response + (q - r) * own) % q } : proof;
      });
    },
  };
}
