import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, inTransaction } from '../../../persistence/database.ts';
import type { RecountsContext } from '../recounts-context.ts';
import {
  deleteExpiredFile,
  deleteFile,
  expiredFiles,
  findFile,
  findRecount,
  stuckRecounts,
  withdrawUpload,
} from '../store.ts';
import { forgetRequests } from '../store-limits.ts';
import { refuseRecount } from './count-recount.ts';

export type RemoveRefusal = { readonly type: 'no_recount' } | { readonly type: 'wrong_code' };

/**
 * Takes an upload back. The file and all that was made of it go when nobody else brought the same file.
 *
 * @param removalHash what is kept of the code that was shown to whoever brought the file, by the hash of the file.
 */
export async function removeUpload(
  { database, now }: RecountsContext,
  recountHash: string,
  removalHash: (fileHash: string) => string,
): Promise<Result<'removed' | 'still_held', RemoveRefusal>> {
  return await inRefusableTransaction<'removed' | 'still_held', RemoveRefusal>(database, async (tx) => {
    const recount = await findRecount(tx, recountHash);
    if (recount === undefined) return err({ type: 'no_recount' });
    const { fileHash } = recount;
    const others = await withdrawUpload(tx, fileHash, removalHash(fileHash));
    if (others === undefined) return err({ type: 'wrong_code' });
    await appendAudit(tx, 'upload.withdrawn', fileHash, now());
    const file = await findFile(tx, fileHash);
    if (others > 0 || file?.origin !== 'upload') return ok('still_held');
    await deleteFile(tx, fileHash);
    await appendAudit(tx, 'file.removed', fileHash, now());
    return ok('removed');
  });
}

const day = 24 * 60 * 60 * 1000;

/** The daily cleaning: files past their days, notes about visitors, and recounts that no job will finish any more. */
export async function deleteExpired(context: RecountsContext): Promise<void> {
  const { database, now } = context;
  for (const hash of await expiredFiles(database, now())) {
    await inTransaction(database, async (tx) => {
      if (await deleteExpiredFile(tx, hash, now())) await appendAudit(tx, 'file.expired', hash, now());
    });
  }
  await forgetRequests(database, new Date(now().getTime() - day));
  for (const hash of await stuckRecounts(database)) await refuseRecount(context, hash, { type: 'crashed' });
}
