import { readOrder } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { putPieces } from '../../../persistence/brought-pieces.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { fileDigest, filePieces } from '../../../reading/file-pieces.ts';
import { type PreparationContext, preparationJobNames } from '../preparation-context.ts';
import { findTrustees, holdPreparation, type PreparedConsultation } from '../store.ts';
import { findOrder } from '../store-orders.ts';
import { dropUpload, findUpload, putUpload } from '../store-uploads.ts';

/** Why what a registrar brings is not even read. */
export interface CredentialsRefusal {
  readonly type: 'no_order' | 'no_trustees' | 'already_brought';
}

const pieceBytes = 1024 * 1024;

/** Stores the file of public credentials of all contests; a job reads it. @returns the id of the upload */
export async function bringCredentials(
  { database, now, newId }: Pick<PreparationContext, 'database' | 'now' | 'newId'>,
  { id: consultation, slug, territory }: Pick<PreparedConsultation, 'id' | 'slug' | 'territory'>,
  { path, by }: { readonly path: string; readonly by: string },
): Promise<Result<string, CredentialsRefusal>> {
  const { hash: sourceHash, bytes } = await fileDigest(path);
  const id = newId();
  return await inRefusableTransaction<string, CredentialsRefusal>(database, async (tx) => {
    await holdPreparation(tx, consultation);
    const stored = await findOrder(tx, consultation);
    if (stored === undefined) return err({ type: 'no_order' });
    if ((await findTrustees(tx, consultation)) === undefined) return err({ type: 'no_trustees' });
    const before = await findUpload(tx, consultation);
    if (before !== undefined && before.status !== 'refused') return err({ type: 'already_brought' });
    const order = readOrder(stored.text);
    invariant(order.ok, 'an order is stored as it was written');
    const { contests } = order.value;
    const sum = (part: 'credentials' | 'spares'): number => contests.reduce((all, contest) => all + contest[part], 0);
    const totals = { contests: contests.length, credentials: sum('credentials'), spares: sum('spares') };
    await putUpload(tx, consultation, { id, orderHash: stored.hash, sourceHash, by, at: now(), ...totals });
    await putPieces(tx, id, filePieces(path, pieceBytes));
    await requestJob(tx, { name: preparationJobNames.read, subject: id, priority: 5, queue: `set-up:${slug}` });
    await appendAudit(tx, {
      event: 'credential.upload',
      subject: consultation,
      actor: by,
      territory,
      details: { step: 'brought', sha256: sourceHash, bytes, order: stored.hash },
      isPublic: false,
      now: now(),
    });
    return ok(id);
  });
}

export interface WithdrawalRefusal {
  readonly type: 'nothing_brought' | 'vote_was_open';
}

/** Takes back what was brought, and every election that was set up with it. Only before the opening. */
export async function withdrawCredentials(
  { database, now }: Pick<PreparationContext, 'database' | 'now'>,
  { id, territory }: Pick<PreparedConsultation, 'id' | 'territory'>,
  by: string,
): Promise<Result<undefined, WithdrawalRefusal>> {
  return await inRefusableTransaction<undefined, WithdrawalRefusal>(database, async (tx) => {
    const status = await holdPreparation(tx, id);
    const upload = await findUpload(tx, id);
    if (upload === undefined) return err({ type: 'nothing_brought' });
    if (status !== 'frozen') return err({ type: 'vote_was_open' });
    await dropUpload(tx, upload);
    await appendAudit(tx, {
      event: 'credential.upload',
      subject: id,
      actor: by,
      territory,
      details: { withdrawn: upload.sourceHash, order: upload.orderHash },
      isPublic: true,
      now: now(),
    });
    return ok(undefined);
  });
}
