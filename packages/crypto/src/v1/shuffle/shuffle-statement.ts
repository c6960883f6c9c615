import type { Ciphertext, Element } from '../../primitives/group.ts';

/**
 * What the argument of a shuffle says at one place.
 *
 * Symbols: e input, e_prime output, c commitment to a column of the permutation matrix, c_hat link of the chain of
 *   commitments to the permuted challenges, t_hat its commitment in the sigma protocol, s_hat and s_prime responses.
 */
export interface ArgumentRow {
  readonly e: Ciphertext;
  readonly e_prime: Ciphertext;
  readonly c: Element;
  readonly c_hat: Element;
  readonly t_hat: Element;
  readonly s_hat: bigint;
  readonly s_prime: bigint;
}

/**
 * The argument that a list of ciphertexts is a re-encryption of another in an order that stays hidden.
 *
 * Source: Terelius, Wikström, "Proofs of Restricted Shuffles", AFRICACRYPT 2010; in the form of Haenni, Locher, Koenig,
 *   Dubuis, "Pseudo-Code Algorithms for Verifiable Re-Encryption Mix-Nets", FC 2017 workshops; Belenios specification
 *   2.0, "Shuffle algorithms".
 * Symbols: t commitments of the sigma protocol (t41 belongs to beta, t42 to alpha), s its responses.
 */
export interface ShuffleArgument {
  readonly t1: Element;
  readonly t2: Element;
  readonly t3: Element;
  readonly t41: Element;
  readonly t42: Element;
  readonly s1: bigint;
  readonly s2: bigint;
  readonly s3: bigint;
  readonly s4: bigint;
  readonly rows: readonly ArgumentRow[];
}

/**
 * The argument for one mixed question with both challenges: all that the equations speak of.
 *
 * Symbols: u the challenge of the permutation at each place, challenge that of the sigma protocol.
 */
export interface ShuffleStatement extends ShuffleArgument {
  readonly rows: readonly (ArgumentRow & { readonly u: bigint })[];
  readonly challenge: bigint;
}
