import type { Brand } from '@convite/kernel';

/** The groups of the format: R2 allows no other. */
export const groupNames = ['Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'] as const;
export type GroupName = (typeof groupNames)[number];

/**
 * A member of the prime-order group that made it: canonical encoding and membership are already checked.
 *
 * Opaque. Only a `Group` makes one, from a text that it checked or from other members, so whoever holds an
 * `Element` need not ask again. Mixing members of two groups is a bug and throws.
 */
export type Element = Brand<object, 'Element'>;

/** An ElGamal ciphertext (alpha, beta) = (g^r, y^r·m). */
export interface Ciphertext {
  readonly alpha: Element;
  readonly beta: Element;
}

/** One disjunct of a proof that a ciphertext encrypts g^value: its challenge c and response r, both in [0, q). */
export interface Disjunct {
  readonly value: number;
  readonly challenge: bigint;
  readonly response: bigint;
}

/** A ciphertext as it was received: texts that nobody has checked. */
export interface CiphertextText {
  readonly alpha: string;
  readonly beta: string;
}

/**
 * A proof that a received ciphertext holds one of some values.
 *
 * Symbols: prefix is all that is hashed before the commitments A_0,B_0,A_1,B_1,…
 */
export interface ReceivedProof {
  readonly prefix: string;
  readonly ciphertext: CiphertextText;
  readonly disjuncts: readonly Disjunct[];
}

/** A ciphertext that was received as text and found to be of members, and whether the proof with it holds. */
export interface OpenedProof {
  readonly ciphertext: Ciphertext;
  readonly holds: boolean;
}

/** A proof about one or several checked ciphertexts, of which one holds a value said of it. */
export interface KnownProof {
  readonly prefix: string;
  readonly parts: readonly { readonly ciphertext: Ciphertext; readonly disjuncts: readonly Disjunct[] }[];
}

/** Secret exponents of one pair that a prover publishes. */
export interface SecretPair {
  readonly exponent: bigint;
  readonly shift: bigint;
}

/**
 * A group of prime order q, written multiplicatively, with the encodings and maps of the Belenios format.
 *
 * Source: Belenios specification 2.0, "Group parameters" and "Message specific"; 3.x for Ed25519.
 * Symbols: g generator, q order, y election key, (alpha, beta) ciphertext.
 * Hazards: only `secretPower` may be given a secret exponent; all else may take a time that depends on its arguments.
 */
export interface Group {
  readonly name: GroupName;
  /** What does the arithmetic, for reports: `noble`, `wasm-fused`, `bigint`, … */
  readonly backend: string;
  readonly q: bigint;
  readonly g: Element;
  readonly one: Element;
  /** Reads the canonical text of a member (the identity included); undefined for anything else. */
  parse(text: string): Element | undefined;
  /** `parse` of many, cheaper than one by one. */
  parseAll(texts: readonly string[]): readonly (Element | undefined)[];
  /** The canonical text: decimal in finite fields, 64 hex digits on the curve. */
  write(element: Element): string;
  equals(a: Element, b: Element): boolean;
  multiply(a: Element, b: Element): Element;
  inverse(a: Element): Element;
  /** The product of all; the identity for none. */
  product(elements: readonly Element[]): Element;
  /** base^exponent for public values; any integer exponent ≥ 0. */
  power(base: Element, exponent: bigint): Element;
  /** Π bases[i]^exponents[i] for public values, cheaper than one by one. */
  powerProduct(bases: readonly Element[], exponents: readonly bigint[]): Element;
  /** base^exponent where the exponent is a secret in [0, q). */
  secretPower(base: Element, exponent: bigint): Element;
  /**
   * The pairs (g^exponent, key^exponent·g^shift) as texts, a whole ballot in one call: its ciphertexts and the
   * commitments of its proofs are all of this form, so a voter's device needs powers of two bases only.
   *
   * Requires: exponents in [0, q); they are secret.
   */
  secretPairs(key: Element, pairs: readonly SecretPair[]): readonly CiphertextText[];
  /** Keeps a table for this base, for one that comes back often (g, the election key). */
  prepare(base: Element): void;
  /** Total order in which the format sorts ciphertexts: numeric in finite fields, little-endian bytes on the curve. */
  compare(a: Element, b: Element): number;
  /** The i-th independent generator of the shuffle proof (i ≥ -1), derived by hashing so that anybody can. */
  generator(index: number): Element;
  /**
   * Checks received ciphertexts and their proofs, a whole ballot in one call. A proof holds if its challenges add up to
   * H(prefix|A_0,B_0,A_1,…), where A_j = g^(r_j)·alpha^(c_j) and B_j = key^(r_j)·(beta/g^(value_j))^(c_j).
   *
   * Source: Cramer, Damgård, Schoenmakers, CRYPTO 1994; Belenios specification 2.0, "Proofs of interval membership".
   * @returns for each, undefined when alpha or beta is not the canonical text of a member.
   */
  openAll(key: Element, proofs: readonly ReceivedProof[]): readonly (OpenedProof | undefined)[];
  /** Whether each proof about checked ciphertexts holds. */
  proofsHold(key: Element, proofs: readonly KnownProof[]): readonly boolean[];
  /** H(text): SHA-256 of the UTF-8 bytes as a big-endian integer, reduced mod q. */
  hashToScalar(text: string): bigint;
  /**
   * The most ints that a mixed question may hold here: rule D2 of docs/spec/ballot-protocol.md; 0 where the group has no
   * such map.
   */
  readonly maxInts: number;
  /** The one canonical member that stands for these ints, each in [0, 255]. Requires: at most `maxInts`. */
  encodeInts(ints: readonly number[]): Element;
  /** The ints that a member holds, as the format reads them; whether it is their canonical encoding is not asked. */
  readInts(element: Element, count: number): readonly number[];
  /** The ints of a member, or undefined when it is not their canonical encoding. */
  decodeInts(element: Element, count: number): readonly number[] | undefined;
}
