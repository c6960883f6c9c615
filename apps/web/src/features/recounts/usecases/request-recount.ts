import { createHash } from 'node:crypto';
import { canonicalJson, err, ok, type Result } from '@convite/kernel';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import type { Tx } from '../../../persistence/database.ts';
import { jobNames } from '../recounts-context.ts';
import { findRecount, putRecount, type RecountRecord } from '../store.ts';
import { noteRequest, visitorLoad } from '../store-limits.ts';

/** One visitor may have so many recounts waiting, and ask for so many new ones in an hour. */
const requestLimits = { waiting: 4, perHour: 60 } as const;
const hour = 60 * 60 * 1000;

export interface TooManyRequests {
  readonly type: 'too_many_requests';
  /** When it is worth trying again. */
  readonly minutes: number;
}

export type RecountRequest = Pick<RecountRecord, 'fileHash' | 'ruleSet' | 'changes' | 'baseHash'>;

/** What names a recount: the file, the whole rule and the changes. Equal questions have one answer. */
export const recountHash = ({ fileHash, ruleSet, changes }: Omit<RecountRequest, 'baseHash'>): string =>
  createHash('sha256')
    .update(canonicalJson({ schema: 'convite/recount/1', file: fileHash, rule_set: ruleSet, changes: { ...changes } }))
    .digest('hex');

/**
 * Puts a recount into the queue, unless it was asked for before. Only new work counts towards a visitor's limits;
 * `visitor` is undefined for the service itself.
 *
 * Requires: the transaction holds the row of the file.
 */
export async function requestRecount(
  tx: Tx,
  request: RecountRequest,
  visitor: string | undefined,
  now: Date,
): Promise<Result<string, TooManyRequests>> {
  const hash = recountHash(request);
  const known = await findRecount(tx, hash);
  if (known === undefined && visitor !== undefined) {
    const load = await visitorLoad(tx, visitor, new Date(now.getTime() - hour));
    if (load.waiting >= requestLimits.waiting) return err({ type: 'too_many_requests', minutes: 1 });
    if (load.recent >= requestLimits.perHour) return err({ type: 'too_many_requests', minutes: 60 });
  }
  const baseHash = request.baseHash === hash ? null : request.baseHash;
  if (known !== undefined && (baseHash !== null || known.baseHash === null)) return ok(hash);
  if (await putRecount(tx, { ...request, hash, baseHash }, now)) {
    if (visitor !== undefined) await noteRequest(tx, visitor, hash, now);
    await requestJob(tx, { name: jobNames.count, subject: hash, priority: 0, queue: undefined });
    await appendAudit(tx, 'recount.requested', hash, now);
  }
  return ok(hash);
}
