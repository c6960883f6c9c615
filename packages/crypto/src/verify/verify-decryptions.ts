import { type Factors, verifyDecryption } from '../v1/decryption/verify-decryption.ts';
import { checkResult, plaintexts } from '../v1/decryption/verify-result.ts';
import type { Tally } from '../v1/tally/tally.ts';
import { combineFactors, combinationOf } from '../v1/trustees/combine-factors.ts';
import { heightsOf, type Run } from './verify-contents.ts';

/**
 * Checks every partial decryption of the final ciphertexts and, where it is there, the result.
 *
 * Checks: decryption.owners, those of `verifyDecryption`, decryption.enough, and those of `checkResult`.
 */
export async function verifyDecryptions<E>(run: Run<E>, tally: Tally | undefined): Promise<void> {
  const { machine, contents, record, election, trustees } = run;
  const heights = heightsOf(contents, 'PartialDecryption');
  const factors = new Map<number, Factors>();
  const owners = new Set<number>();
  for (const [i, height] of heights.entries()) {
    const event = contents.index.event(height);
    const text = await contents.text(height, record);
    if (event.type !== 'PartialDecryption' || text === undefined) return;
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
      if (verified !== undefined) factors.set(owner, verified);
    }
    machine.progress('decryptions', i + 1, heights.length);
  }
  const [height] = heightsOf(contents, 'Result');
  if (height === undefined || trustees === undefined || tally === undefined) return;
  record.made('decryption.enough');
  const shares = combinationOf(trustees, owners);
  if (!shares.ok) {
    for (const { needed, owners: lacking } of shares.error) {
      const who = lacking.length === 1 ? `trustee ${lacking[0]}` : `${needed} of trustees ${lacking.join(', ')}`;
      record.failed('decryption.enough', `event ${height}, result`, `The decryption of ${who} is missing.`);
    }
    return;
  }
  const text = await contents.text(height, record);
  // A factor that does not hold is named above; without it nothing can be said of the result.
  if (text === undefined || shares.value.some(({ owner }) => !factors.has(owner))) return;
  const combined = tally.map((ciphertexts, i) =>
    ciphertexts.map((_, j) => combineFactors(election.group, shares.value, (owner) => factors.get(owner)?.[i]?.[j])),
  );
  checkResult(election, plaintexts(election.group, tally, combined), text, record);
}
