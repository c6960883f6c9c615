import type { Result } from '@convite/kernel';
import type { Points } from './points.ts';

export type CurveCoreName = 'wasm-fused' | 'wasm-scalar';

/** Why the two-lane module is not in use. */
export type FusedRefusal = 'not_wanted' | 'not_supported' | 'wrong_answers';

/** The first of a batch that is refused. */
export interface BatchRefusal {
  readonly index: number;
}

/**
 * The claim that (α, β) encrypts one of `values`, with the numbers that prove it.
 *
 * Symbols: values M_j ≥ 0 below 2^31; pairs holds (c_j, r_j), 64 bytes for each value, canonical scalars.
 */
export interface Statement {
  /** α and β: two points. */
  readonly ciphertext: Points;
  readonly values: readonly number[];
  readonly pairs: Uint8Array;
  /** `check` tests that α and β have prime order while it doubles them anyway; `known` where that is done already. */
  readonly membership: 'check' | 'known';
}

/** Statements whose commitments are hashed together, and what is hashed before them. */
export interface ProofToCheck {
  /** All that the transcript holds before the commitments, which follow as texts separated by commas. */
  readonly prefix: string;
  readonly statements: readonly Statement[];
}

/** `not_member`: α or β of a statement has not prime order. `wrong_challenge`: the hash is not the sum of the c_j. */
export type ProofVerdict = 'holds' | 'not_member' | 'wrong_challenge';

/** One alternative of a proof to make: that (g^r, y^r g^m) encrypts M. */
export interface Branch {
  /** r, 32 bytes; secret. */
  readonly randomness: Uint8Array;
  /** m − M, |m − M| < 2^31; secret; 0 in the branch that is true. */
  readonly difference: number;
}

/** A proof to make. All of it but `prefix` is secret. */
export interface ProofToMake {
  readonly prefix: string;
  readonly branches: readonly Branch[];
  /** The index of the branch to be shown true; its difference is 0. */
  readonly truth: number;
  /** Two fresh uniform scalars for each branch, the true one too: 64 bytes each. Never used twice. */
  readonly drawn: Uint8Array;
}

/**
 * Arithmetic of Ed25519 in WebAssembly, a whole batch in each call. Written multiplicatively, as the format is.
 *
 * Symbols: ℓ order of the group, g its base point, y the election key.
 * Shapes: scalars are 32 bytes each, little-endian, below ℓ; encodings are the 32 bytes of RFC 8032; texts are the
 *   format's 64 digits. Results come in the order of the arguments.
 * Requires: points of prime order wherever a scalar is applied, for a scalar is a number mod ℓ; the holder of `Points`
 *   knows. The identity is a member.
 * Constant time: the methods whose names say `secret` or `prove` have no branch and no address that depends
 *   on a secret; their text form is checked at each build, the engine's machine code is not. All others may take a time
 *   that depends on their arguments. Memory used by them is wiped before they return; the engine's own copies
 *   (registers, stack) and JavaScript's are not.
 * Hazards: one instance works on one call at a time; use one in each worker. Points that come from secrets hold, besides
 *   the point, coordinates that depend on how it was computed: publish encodings or texts, never the block itself.
 */
export interface CurveCore {
  readonly name: CurveCoreName;
  /** Why the scalar module is in use. */
  readonly fusedRefusal: FusedRefusal | undefined;

  /** Reads element texts strictly: lower-case digits, y < p, no sign at x = 0, on the curve. Not their order. */
  readTexts(texts: readonly string[]): Result<Points, BatchRefusal>;
  /** The same from encodings. */
  decode(encodings: Uint8Array): Result<Points, BatchRefusal>;
  encode(points: Points): Uint8Array;
  writeTexts(points: Points): readonly string[];
  /** The index of the first point whose order is not prime (nor 1). */
  firstNonMember(points: Points): number | undefined;
  /**
   * Whether the products of 128 subsets of the points have prime order: bit j of the 16 bytes of `choices` for a point says
   * whether it is in the j-th. Undefined where a backend has no way that is cheaper than `firstNonMember`.
   */
  readonly subsetsHold: ((points: Points, choices: Uint8Array) => boolean) | undefined;
  /** Reads decimal numbers below ℓ strictly: digits alone, no leading zero. */
  readScalars(decimals: readonly string[]): Result<Uint8Array, BatchRefusal>;

  multiply(a: Points, b: Points): Points;
  inverse(points: Points): Points;
  /** The product of all; the identity for none. */
  product(points: Points): Points;
  /** Whether two single points are the same. */
  equal(a: Points, b: Points): boolean;
  /** point_i^scalar_i. */
  powers(points: Points, scalars: Uint8Array): Points;
  /** The product of each `terms` powers in turn, with shared doublings: for two or three terms. */
  products(points: Points, scalars: Uint8Array, terms: number): Points;
  /** g^scalar_i. */
  basePowers(scalars: Uint8Array): Points;
  /** The product of all point_i^scalar_i; scalars below 2^bits. */
  multiProduct(points: Points, scalars: Uint8Array, bits: 128 | 253): Points;

  /** The texts A_0, B_0, A_1, B_1, … of each statement; undefined where membership was checked and fails. */
  commitments(key: Points, statements: readonly Statement[]): readonly (readonly string[] | undefined)[];
  /** Recomputes commitments, hashes transcripts and compares with the challenges. */
  checkProofs(key: Points, proofs: readonly ProofToCheck[]): readonly ProofVerdict[];

  /** (g^(e_i), y^(e_i) g^(f_i)): ciphertexts and a prover's commitments are of this form. Two points each. */
  secretPairs(key: Points, exponents: Uint8Array, shifts: Uint8Array): Points;
  /** g^scalar_i. */
  secretBasePowers(scalars: Uint8Array): Points;
  /** point_i^scalar for one scalar: partial decryption. */
  secretPowers(points: Points, scalar: Uint8Array): Points;
  /** The pairs (c_j, r_j) of each proof, 64 bytes for each branch. The statements proved must be true: not checked. */
  prove(key: Points, proofs: readonly ProofToMake[]): readonly Uint8Array[];
  /** w_i − x_i c_i mod ℓ, from nonces w_i, secrets x_i and challenges c_i. */
  secretAnswers(nonces: Uint8Array, secrets: Uint8Array, challenges: Uint8Array): Uint8Array;
}
