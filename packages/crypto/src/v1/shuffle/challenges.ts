import { bytesToHex } from '@noble/hashes/utils.js';
import { utf8 } from '../../primitives/bytes.ts';
import type { Element, Group } from '../../primitives/group.ts';
import type { Sha256 } from '../../primitives/sha256.ts';
import type { CiphertextWire } from '../wire/scalars.ts';
import type { ShuffleArgumentWire } from '../wire/tally-wire.ts';

/** Where an argument is made: each of its hashes names the election. */
export interface ShuffleContext {
  readonly group: Group;
  readonly sha256: Sha256;
  /** The fingerprint phi. */
  readonly fingerprint: string;
  /** The election key y. */
  readonly key: Element;
}

/** Each text with a comma behind it, the last too. */
const listed = (texts: readonly string[]): string => texts.map((text) => `${text},`).join('');

const listedCiphertexts = (ciphertexts: readonly CiphertextWire[]): string =>
  ciphertexts.map(({ alpha, beta }) => `${alpha},${beta},`).join('');

/** What is shuffled, into what, and the commitments to the permutation, as both challenges hash them. */
export const shuffleTranscript = (
  e: readonly CiphertextWire[],
  e_prime: readonly CiphertextWire[],
  c: readonly string[],
): string => listedCiphertexts(e) + listedCiphertexts(e_prime) + listed(c);

/**
 * The challenges u_0, u_1, … that the permuted challenges are proven against.
 *
 * Source: Belenios specification 2.0, "Shuffle algorithms", GetNIZKPChallenges.
 * Domain separation: `shuffle-challenges`; hashed: `shuffle-challenges|phi|` e, e', c, and then its hash with the hash of
 *   the index, both as hexadecimal text.
 */
export function permutationChallenges(
  { group, sha256, fingerprint }: ShuffleContext,
  transcript: string,
  count: number,
): readonly bigint[] {
  const hex = (text: string): string => bytesToHex(sha256(utf8(text)));
  const seed = hex(`shuffle-challenges|${fingerprint}|${transcript}`);
  return Array.from({ length: count }, (_, i) => group.hashToScalar(seed + hex(String(i))));
}

/**
 * The challenge of the sigma protocol.
 *
 * Source: Belenios specification 2.0, "Shuffle algorithms", GetNIZKPChallenge.
 * Domain separation: `shuffle-challenge`; hashed: `shuffle-challenge|phi|` t1, t2, t3, t41, t42, t_hat, e, e', c, c_hat, y.
 */
export function sigmaChallenge(
  { group, fingerprint, key }: ShuffleContext,
  transcript: string,
  [t1, t2, t3, [t41, t42], t_hat]: ShuffleArgumentWire[0],
  c_hat: readonly string[],
): bigint {
  const t = listed([t1, t2, t3, t41, t42]) + listed(t_hat);
  return group.hashToScalar(`shuffle-challenge|${fingerprint}|${t}${transcript}${listed(c_hat)}${group.write(key)}`);
}
