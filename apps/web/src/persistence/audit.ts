import type { Tx } from './database.ts';

/** Everything that the audit trail records. `subject` is the hash of what it happened to; never a person. */
export type AuditEvent =
  | 'file.stored'
  | 'file.removed'
  | 'file.expired'
  | 'upload.withdrawn'
  | 'recount.requested'
  | 'recount.finished'
  | 'recount.refused';

/** Writes one line of the audit trail, in the transaction of the change that it records. */
export async function appendAudit(tx: Tx, event: AuditEvent, subject: string, now: Date): Promise<void> {
  await tx.insertInto('audit_trail').values({ event, subject, happened_at: now }).execute();
}
