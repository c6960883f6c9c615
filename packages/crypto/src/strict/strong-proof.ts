import { hashOfText } from '../v1/election/fingerprint.ts';
import type { Election } from '../v1/election/election.ts';
import type { Factors } from '../v1/decryption/verify-decryption.ts';
import { writeTally } from '../v1/tally/read-tally.ts';
import type { Tally } from '../v1/tally/tally.ts';
import type { Element, Group } from '../primitives/group.ts';
import { type Randomness, randomScalar } from '../primitives/randomness.ts';
import type { Proof } from '../primitives/schnorr.ts';

/** All that a strong proof binds. */
export interface DecryptionStatement {
  /** Of the last event before the first partial decryption, in hex: it stands for the whole archive before it. */
  readonly head: string;
  readonly owner: number;
  /** The trustee's public key. */
  readonly X: Element;
  /** SHA-256 of the trustee's partial decryption as published, in hex. */
  readonly decryption: string;
  /** What is decrypted. */
  readonly tally: Tally;
  /** The trustee's factors, in the shape of the tally. */
  readonly factors: Factors;
}

/** One ciphertext and one factor that stand for all of them. */
interface Combined {
  readonly alpha: Element;
  readonly F: Element;
  readonly transcript: string;
}

/**
 * Joins all ciphertexts and factors with weights z_k that nobody can choose: alpha = Π alpha_k^(z_k), F = Π F_k^(z_k).
 *
 * Domain separation: `convite|decrypt|1|`, then fingerprint, head, owner, X, the hash of the published decryption (which
 * holds the factors) and that of the tally. z_k = H(`convite|decrypt-weight|1|seed|k`) reduced to 128 bits.
 */
function combine<E>(election: Election<E>, statement: DecryptionStatement): Combined {
  const { group, fingerprint, sha256 } = election;
  const { head, owner, X, decryption, tally, factors } = statement;
  const tallyHash = hashOfText(sha256, writeTally(group, tally));
  const bound = `${fingerprint}|${head}|${owner}|${group.write(X)}|${decryption}|${tallyHash}`;
  const seed = hashOfText(sha256, `convite|decrypt|1|${bound}`);
  const alphas = tally.flatMap((ciphertexts) => ciphertexts.map(({ alpha }) => alpha));
  const weights = alphas.map((_, k) => weightOf(group, seed, k));
  const alpha = group.powerProduct(alphas, weights);
  const F = group.powerProduct(factors.flat(), weights);
  return { alpha, F, transcript: `convite|decrypt-proof|1|${seed}|${group.write(alpha)},${group.write(F)}|` };
}

const weightOf = (group: Group, seed: string, k: number): bigint =>
  group.hashToScalar(`convite|decrypt-weight|1|${seed}|${k}`) & ((1n << 128n) - 1n);

/**
 * Proves that every factor is made with the secret of X, in a hash that binds all there is: a signature of knowledge.
 *
 * Statement: F_k = alpha_k^x for all k and X = g^x; the trustee alone knows x.
 * Source: Chaum, Pedersen, CRYPTO 1992; Bellare, Garay, Rabin, "Fast Batch Verification for Modular Exponentiation and
 *   Digital Signatures", EUROCRYPT 1998, small exponents test: a false factor passes with probability 2^-128, for the
 *   elements are members of a group of prime order, which their type says.
 * Symbols: w nonce, A = g^w, B = alpha^w, c = H(transcript|A,B), r = w - x·c mod q.
 * Hazards: x and w as in `proveDecryption`.
 */
export function proveStrongly<E>(
  election: Election<E>,
  x: bigint,
  statement: DecryptionStatement,
  random: Randomness,
): Proof {
  const { group } = election;
  const { alpha, transcript } = combine(election, statement);
  const w = randomScalar(group, random);
  const [A, B] = [group.secretPower(group.g, w), group.secretPower(alpha, w)];
  const c = group.hashToScalar(`${transcript}${group.write(A)},${group.write(B)}`);
  return { challenge: c, response: (w + (group.q - x) * c) % group.q };
}

/**
 * Whether a strong proof holds.
 *
 * Symbols: A = g^r·X^c, B = alpha^r·F^c; holds if c = H(transcript|A,B).
 * Requires: challenge and response in [0, q).
 * Cost: two multi-exponentiations with weights of 128 bits, over all ciphertexts.
 */
export function strongProofHolds<E>(
  election: Election<E>,
  statement: DecryptionStatement,
  { challenge: c, response: r }: Proof,
): boolean {
  const { group } = election;
  const { alpha, F, transcript } = combine(election, statement);
  const A = group.powerProduct([group.g, statement.X], [r, c]);
  const B = group.powerProduct([alpha, F], [r, c]);
  return c === group.hashToScalar(`${transcript}${group.write(A)},${group.write(B)}`);
}
