import type { Ciphertext, Element } from '../../primitives/group.ts';

/**
 * The argument that a list of ciphertexts is a re-encryption of another in an order that stays hidden.
 *
 * Source: Terelius, Wikström, "Proofs of Restricted Shuffles", AFRICACRYPT 2010; in the form of Haenni, Locher, Koenig,
 *   Dubuis, "Pseudo-Code Algorithms for Verifiable Re-Encryption Mix-Nets", FC 2017 workshops; Belenios specification
 *   2.0, "Shuffle algorithms".
 * Symbols: c commitments to the columns of the permutation matrix, c_hat chain of commitments to the permuted challenges,
 *   t commitments of the sigma protocol (t41 belongs to beta, t42 to alpha), s its responses.
 * Shapes: c, c_hat, t_hat, s_hat and s_prime have an entry for each ciphertext.
 */
export interface ShuffleArgument {
  readonly t1: Element;
  readonly t2: Element;
  readonly t3: Element;
  readonly t41: Element;
  readonly t42: Element;
  readonly t_hat: readonly Element[];
  readonly s1: bigint;
  readonly s2: bigint;
  readonly s3: bigint;
  readonly s4: bigint;
  readonly s_hat: readonly bigint[];
  readonly s_prime: readonly bigint[];
  readonly c: readonly Element[];
  readonly c_hat: readonly Element[];
}

/**
 * The shuffle of one mixed question with its argument and both challenges: all that the equations speak of.
 *
 * Symbols: e inputs, e_prime outputs, u the challenges of the permutation, challenge that of the sigma protocol.
 * Shapes: every list has an entry for each ciphertext.
 */
export interface ShuffleStatement {
  readonly e: readonly Ciphertext[];
  readonly e_prime: readonly Ciphertext[];
  readonly argument: ShuffleArgument;
  readonly u: readonly bigint[];
  readonly challenge: bigint;
}
