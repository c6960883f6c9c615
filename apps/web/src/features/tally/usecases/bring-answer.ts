import { readZip } from '@convite/archive';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { type PackFault, readAnswer } from '@convite/trustee';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { filePieces } from '../../../reading/file-pieces.ts';
import { type FileSource, withFileSource } from '../../../reading/file-source.ts';
import { trusteeNumber } from '../../trustees/index.ts';
import { findWork, insertAnswer, insertItems } from '../store-answers.ts';
import type { TalliedConsultation } from '../store.ts';
import type { TallyContext } from '../tally-context.ts';
import { requestCheck } from './request-check.ts';

/** Why nothing of an answer is looked at. */
export type AnswerRefusal =
  /** It is not in its form, and where. */
  | { readonly type: 'malformed'; readonly fault: PackFault }
  /** What it has for a contest is larger than any number of ballots that one contest can have here. */
  | { readonly type: 'entry_too_large' }
  /** It answers no work file of this consultation. */
  | { readonly type: 'other_work' }
  /** It is of another trustee than the one whose account brings it. */
  | { readonly type: 'other_trustee'; readonly owner: number }
  /** The vote has not ended, or the result is published. */
  | { readonly type: 'not_now' };

/** The shuffle of about 100,000 whole ballots. */
const mostEntryBytes = 2 ** 27;

/** Entries are stored a few at a time, so that no more than this of them is in memory. */
const mostBytesAtOnce = 8_000_000;
const mostItemsAtOnce = 500;

/** Takes the answer of a trustee: its form is looked at here, what it says of each contest by a job. */
export async function bringAnswer(
  context: TallyContext,
  held: TalliedConsultation,
  { path, by }: { readonly path: string; readonly by: string },
): Promise<Result<string, AnswerRefusal>> {
  const { database, now, newId } = context;
  const sha256 = createHash('sha256');
  for await (const piece of filePieces(path, 1024 * 1024)) sha256.update(piece);
  const fileHash = sha256.digest('hex');
  return await withFileSource(path, async (source) => {
    const read = await readAnswer(source, nodeSha256);
    if (!read.ok) return err({ type: 'malformed', fault: read.error });
    const { work, owner, contests } = read.value.list;
    if (contests.some(({ bytes }) => bytes > mostEntryBytes)) return err({ type: 'entry_too_large' });
    return await inRefusableTransaction<string, AnswerRefusal>(database, async (tx) => {
      if (held.status !== 'closed' && held.status !== 'tallying') return err({ type: 'not_now' });
      if ((await findWork(tx, held.id, work)) === undefined) return err({ type: 'other_work' });
      const place = await trusteeNumber(tx, held.id, by);
      if (place !== undefined && place !== owner) return err({ type: 'other_trustee', owner });
      const id = newId();
      const at = now();
      const count = contests.length;
      await insertAnswer(tx, { id, consultation: held.id, owner, work, sha256: fileHash, contests: count, by, at });
      await storeItems(tx, id, source, contests);
      await requestCheck(tx, id);
      await appendAudit(tx, {
        event: 'tally.decrypt',
        subject: held.id,
        actor: by,
        territory: held.territory,
        details: { trustee: owner, contests: count, sha256: fileHash, work },
        isPublic: true,
        now: at,
      });
      return ok(id);
    });
  });
}

type Listed = { readonly id: string; readonly kind: 'shuffle' | 'decryption'; readonly sha256: string };

/** Stores the entries as they are: what is in them is read where it is checked. */
async function storeItems(tx: Tx, answer: string, source: FileSource, contests: readonly Listed[]): Promise<void> {
  const found = await readZip(source);
  invariant(found.ok, 'the container was read before');
  const [, ...entries] = found.value;
  let [batch, bytes]: [Parameters<typeof insertItems>[2][number][], number] = [[], 0];
  for (const [turn, { id: contest, kind, sha256 }] of contests.entries()) {
    const entry = entries[turn];
    invariant(entry !== undefined, 'the entries are those of the list');
    const content = Buffer.from(await entry.source.read(0, entry.size));
    batch.push({ turn, contest, kind, sha256, content });
    bytes += content.length;
    if (bytes < mostBytesAtOnce && batch.length < mostItemsAtOnce) continue;
    await insertItems(tx, answer, batch);
    [batch, bytes] = [[], 0];
  }
  await insertItems(tx, answer, batch);
}
