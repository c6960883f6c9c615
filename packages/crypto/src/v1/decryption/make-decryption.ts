import type { Randomness } from '../../primitives/randomness.ts';
import type { Election } from '../election/election.ts';
import type { Tally } from '../tally/tally.ts';
import { writeProof } from '../wire/read-proof.ts';
import { partialDecryption } from '../wire/tally-wire.ts';
import { proveDecryption } from './decryption-proof.ts';

/**
 * Makes a trustee's partial decryption of the final ciphertexts: a factor for each, with its proof.
 *
 * Source: Belenios specification 2.0, "Partial decryptions". Symbols: F = alpha^x.
 * Requires: the whole archive was verified and the election stands at its decryption; a trustee who decrypts two
 *   different tallies of one election may open single ballots.
 * Hazards: x goes into `secretPower` and into `bigint` responses, which are not constant-time.
 *
 * @param x the trustee's secret key, or share.
 */
export function makeDecryption<E>(
  { group, fingerprint }: Election<E>,
  x: bigint,
  tally: Tally,
  random: Randomness,
): string {
  const X = group.secretPower(group.g, x);
  return partialDecryption.write({
    decryption_factors: tally.map((ciphertexts) =>
      ciphertexts.map(({ alpha }) => group.write(group.secretPower(alpha, x))),
    ),
    decryption_proofs: tally.map((ciphertexts) =>
      ciphertexts.map(({ alpha }) => writeProof(proveDecryption(group, fingerprint, x, X, alpha, random))),
    ),
  });
}
