import { invariant } from '@convite/kernel';
import { type Factors, verifyDecryption } from '../v1/decryption/verify-decryption.ts';
import { checkResult, plaintexts } from '../v1/decryption/verify-result.ts';
import type { Tally } from '../v1/tally/tally.ts';
import { combineFactors, combinationOf } from '../v1/trustees/combine-factors.ts';
import type { VerifiedTrustees } from '../v1/trustees/verified-trustees.ts';
import type { DecryptionStatement } from '../strict/strong-proof.ts';
import { type ArchiveContents, heightsOf } from './contents.ts';
import type { Run } from './verification-run.ts';

/** What the decryptions of an archive come to. */
export interface Decryptions {
  /** Those whose own proofs hold, for the strong ones. */
  readonly statements: readonly DecryptionStatement[];
  /** Places in the result of plaintexts that are no canonical encoding. */
  readonly unencoded: readonly string[];
}

/**
 * Checks every partial decryption of the final ciphertexts and, where it is there, the result.
 *
 * Checks: decryption.owners, those of `verifyDecryption`, decryption.enough, and those of `checkResult`.
 */
export async function verifyDecryptions<E>(run: Run<E>, tally: Tally | undefined): Promise<Decryptions> {
  const { machine, contents, record, election, trustees } = run;
  const heights = heightsOf(contents, 'PartialDecryption');
  const factors = new Map<number, Factors>();
  const statements: DecryptionStatement[] = [];
  const head = headBefore(contents, heights[0]);
  const owners = new Set<number>();
  for (const [i, height] of heights.entries()) {
    const event = contents.index.event(height);
    const text = await contents.text(height, record);
    invariant(event.type === 'PartialDecryption', 'these are the heights of decryptions');
    if (text === undefined) return { statements, unencoded: [] };
    const { owner } = event;
    record.made('decryption.owners');
    const place = `event ${height}, decryption`;
    const trustee = trustees?.trustees[owner - 1];
    if (trustees !== undefined && trustee === undefined) {
      record.failed('decryption.owners', place, `There is no trustee ${owner}.`);
    }
    if (owners.has(owner)) record.failed('decryption.owners', place, `Trustee ${owner} has decrypted already.`);
    owners.add(owner);
    if (trustee !== undefined && tally !== undefined) {
      const verified = verifyDecryption(election, trustee.key, tally, text, place, record);
      if (verified !== undefined) {
        factors.set(owner, verified);
        const decryption = event.payload.sha256;
        statements.push({ head, owner, X: trustee.key, decryption, tally, factors: verified });
      }
    }
    machine.progress('decryptions', i + 1, heights.length);
  }
  const unencoded =
    trustees === undefined || tally === undefined ? [] : await verifyResult(run, trustees, tally, factors, owners);
  return { statements, unencoded };
}

/** The hash of the last event before the one at this height. */
function headBefore({ index }: ArchiveContents, height: number | undefined): string {
  return height === undefined || height === 0 ? '' : index.event(height - 1).hash;
}

async function verifyResult<E>(
  { contents, record, election }: Run<E>,
  trustees: VerifiedTrustees,
  tally: Tally,
  factors: ReadonlyMap<number, Factors>,
  owners: ReadonlySet<number>,
): Promise<readonly string[]> {
  const [height] = heightsOf(contents, 'Result');
  if (height === undefined) return [];
  record.made('decryption.enough');
  const shares = combinationOf(trustees, owners);
  if (!shares.ok) {
    for (const { needed, owners: lacking } of shares.error) {
      const who = lacking.length === 1 ? `trustee ${lacking[0]}` : `${needed} of trustees ${lacking.join(', ')}`;
      record.failed('decryption.enough', `event ${height}, result`, `The decryption of ${who} is missing.`);
    }
    return [];
  }
  const text = await contents.text(height, record);
  // A factor that does not hold is named above; without it nothing can be said of the result.
  if (text === undefined || shares.value.some(({ owner }) => !factors.has(owner))) return [];
  const combined = tally.map((ciphertexts, i) =>
    ciphertexts.map((_, j) => combineFactors(election.group, shares.value, (owner) => factors.get(owner)?.[i]?.[j])),
  );
  return checkResult(election, plaintexts(election.group, tally, combined), text, record);
}
