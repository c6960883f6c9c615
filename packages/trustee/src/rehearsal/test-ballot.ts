import {
  combinationOf,
  combineFactors,
  decryptionHolds,
  type Element,
  type Group,
  proveDecryption,
  type Randomness,
  readProof,
  writeProof,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import type { OwnKey } from '../files/own-key.ts';
import type { RehearsalFile } from '../files/trustee-files.ts';
import { ownerOf, type TrusteeList } from './trustee-list.ts';

/** What all proofs of a rehearsal are bound to: no election has such a fingerprint, so none of them fits an election. */
const bindingOf = (sha256: string, date: string): string => `rehearsal|1|${sha256}|${date}`;

/**
 * The test ballot of a rehearsal: a vote encrypted with the key of the election, with randomness that everybody knows.
 *
 * Symbols: r = H("convite|rehearsal|1|" + SHA-256 of the list + "|" + date), (alpha, beta) = (g^r, y^r·g).
 * As r is public a factor alone would prove nothing: that the share was used shows the proof that goes with it.
 */
function testBallot(group: Group, y: Element, sha256: string, date: string) {
  const r = group.hashToScalar(`convite|${bindingOf(sha256, date)}`);
  return { alpha: group.power(group.g, r), beta: group.multiply(group.power(y, r), group.g) };
}

/** Decrypts the test ballot of a day with the key as it is stored. `date` as ISO 8601 writes it. */
export function rehearseOwn(
  list: TrusteeList,
  { file, secret }: OwnKey,
  date: string,
  random: Randomness,
): Result<RehearsalFile, { readonly type: 'not_a_trustee' | 'rehearsal_failed' }> {
  const { trustees, sha256 } = list;
  const { group, electionKey } = trustees;
  const owner = group.name === file.group ? ownerOf(trustees, file.public_key) : undefined;
  if (owner === undefined) return err({ type: 'not_a_trustee' });
  const { alpha } = testBallot(group, electionKey, sha256, date);
  const X = group.secretPower(group.g, secret);
  const F = group.secretPower(alpha, secret);
  const proof = proveDecryption(group, bindingOf(sha256, date), secret, X, alpha, random);
  const handedIn: RehearsalFile = {
    convite_rehearsal: 1,
    trustees: sha256,
    owner,
    name: file.name,
    date,
    factor: group.write(F),
    proof: writeProof(proof),
  };
  return rehearsedFactor(list, handedIn) === undefined ? err({ type: 'rehearsal_failed' }) : ok(handedIn);
}

/** The factor that a trustee handed in; undefined unless it is proven to be made with that trustee's key. */
export function rehearsedFactor(
  { trustees: { group, trustees, electionKey }, sha256 }: TrusteeList,
  { trustees: of, owner, date, factor, proof: wire }: RehearsalFile,
): Element | undefined {
  const X = trustees[owner - 1]?.key;
  const F = group.parse(factor);
  const proof = readProof(group, wire);
  if (of !== sha256 || X === undefined || F === undefined || proof === undefined) return undefined;
  const { alpha } = testBallot(group, electionKey, sha256, date);
  return decryptionHolds(group, bindingOf(sha256, date), X, alpha, F, proof) ? F : undefined;
}

/** Whether the factors of one day give the test vote back. */
export function readsTestBallot(list: TrusteeList, handedIn: readonly RehearsalFile[]): boolean {
  const { trustees, sha256 } = list;
  const { group, electionKey } = trustees;
  return handedIn.some(({ date }) => {
    const factors = new Map(handedIn.filter((file) => file.date === date).map((file) => [file.owner, file]));
    const shares = combinationOf(trustees, new Set(factors.keys()));
    if (!shares.ok) return false;
    const { beta } = testBallot(group, electionKey, sha256, date);
    const factor = combineFactors(group, shares.value, (owner) => {
      const file = factors.get(owner);
      return file === undefined ? undefined : rehearsedFactor(list, file);
    });
    return group.equals(group.multiply(beta, group.inverse(factor)), group.g);
  });
}
