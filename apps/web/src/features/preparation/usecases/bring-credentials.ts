import { makeUploadReader, type PlacedUploadProblem, readOrder } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { fileLines, filePieces } from '../../../reading/file-pieces.ts';
import { type PreparationContext, preparationJobNames } from '../preparation-context.ts';
import { findTrustees, holdPreparation, type PreparedConsultation } from '../store.ts';
import { findOrder } from '../store-orders.ts';
import { dropUpload, findUpload, putCredentials, putUpload } from '../store-uploads.ts';

/** Why what a registrar brings is not taken. */
export type CredentialsRefusal =
  | { readonly type: 'no_order' | 'no_trustees' | 'already_brought' }
  /** Nothing of the file was taken. */
  | { readonly type: 'credentials_wrong'; readonly problems: readonly PlacedUploadProblem[] };

/**
 * Takes the file of public credentials of all contests, line by line, in one transaction: whole or not at all. Then a job
 * sets up the elections.
 */
export async function bringCredentials(
  { database, now }: PreparationContext,
  { id, slug, territory }: Pick<PreparedConsultation, 'id' | 'slug' | 'territory'>,
  { path, by }: { readonly path: string; readonly by: string },
): Promise<Result<undefined, CredentialsRefusal>> {
  const sha256 = createHash('sha256');
  for await (const piece of filePieces(path, 1024 * 1024)) sha256.update(piece);
  const sourceHash = sha256.digest('hex');
  return await inRefusableTransaction<undefined, CredentialsRefusal>(database, async (tx) => {
    await holdPreparation(tx, id);
    const stored = await findOrder(tx, id);
    if (stored === undefined) return err({ type: 'no_order' });
    if ((await findTrustees(tx, id)) === undefined) return err({ type: 'no_trustees' });
    const before = await findUpload(tx, id);
    if (before !== undefined && before.status !== 'refused') return err({ type: 'already_brought' });
    const order = readOrder(stored.text);
    invariant(order.ok, 'an order is stored as it was written');
    const { contests } = order.value;
    const sum = (part: 'credentials' | 'spares'): number => contests.reduce((all, contest) => all + contest[part], 0);
    const totals = { contests: contests.length, credentials: sum('credentials'), spares: sum('spares') };
    await putUpload(tx, id, { orderHash: stored.hash, sourceHash, by, at: now(), ...totals });
    const problems = await takeLines(tx, id, path, makeUploadReader(order.value, stored.hash), contests);
    if (problems.length > 0) return err({ type: 'credentials_wrong', problems });
    await requestJob(tx, { name: preparationJobNames.setUp, subject: id, priority: 5, queue: `set-up:${slug}` });
    await appendAudit(tx, {
      event: 'credential.upload',
      subject: id,
      actor: by,
      territory,
      details: { sha256: sourceHash, order: stored.hash, ...totals },
      isPublic: true,
      now: now(),
    });
    return ok(undefined);
  });
}

async function takeLines(
  tx: Tx,
  consultation: string,
  path: string,
  reader: ReturnType<typeof makeUploadReader>,
  contests: readonly { readonly id: string }[],
): Promise<readonly PlacedUploadProblem[]> {
  for await (const line of fileLines(path)) {
    const complete = reader.take(line);
    if (complete === undefined) continue;
    const contest = contests[complete.contest];
    invariant(contest !== undefined, 'contests come in the turn of the order');
    await putCredentials(tx, consultation, contest.id, complete);
  }
  return reader.finish();
}

export type WithdrawalRefusal = { readonly type: 'nothing_brought' | 'vote_was_open' };

/** Takes back what was brought, and every election that was set up with it. Only before the opening. */
export async function withdrawCredentials(
  { database, now }: PreparationContext,
  { id, territory }: Pick<PreparedConsultation, 'id' | 'territory'>,
  by: string,
): Promise<Result<undefined, WithdrawalRefusal>> {
  return await inRefusableTransaction<undefined, WithdrawalRefusal>(database, async (tx) => {
    const status = await holdPreparation(tx, id);
    const upload = await findUpload(tx, id);
    if (upload === undefined) return err({ type: 'nothing_brought' });
    if (status !== 'frozen') return err({ type: 'vote_was_open' });
    await dropUpload(tx, id);
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
