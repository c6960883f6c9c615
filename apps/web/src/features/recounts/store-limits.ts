import { openRecountStates } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about how much work a visitor asked for. */

export interface VisitorLoad {
  /** Recounts asked for that are not finished. */
  readonly waiting: number;
  /** Recounts asked for since the instant given. */
  readonly recent: number;
}

/** How much a visitor asked for; holds everyone else of the same visitor back until the transaction ends. */
export async function visitorLoad(tx: Tx, visitor: string, since: Date): Promise<VisitorLoad> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${visitor}, 1))`.execute(tx);
  return await tx
    .selectFrom('work_requests')
    .leftJoin('recounts', 'recounts.hash', 'work_requests.recount_hash')
    .select([
      sql<number>`count(*) filter (where recounts.status = any(${[...openRecountStates]}))::int`.as('waiting'),
      sql<number>`count(*)::int`.as('recent'),
    ])
    .where('visitor', '=', visitor)
    .where('work_requests.requested_at', '>', since)
    .executeTakeFirstOrThrow();
}

/** Holds every other upload back until the transaction ends, so that two at once cannot pass a limit together. */
export async function holdUploads(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('uploads', 2))`.execute(tx);
}

/** The bytes of all uploads together, as they are stored: no file is read for it. */
export async function uploadedBytes(tx: Tx): Promise<number> {
  const { bytes } = await tx
    .selectFrom('files')
    .select(sql<string>`coalesce(sum(octet_length(compressed)), 0)`.as('bytes'))
    .where('origin', '=', 'upload')
    .executeTakeFirstOrThrow();
  return Number(bytes);
}

export async function noteRequest(tx: Tx, visitor: string, recountHash: string, now: Date): Promise<void> {
  await tx.insertInto('work_requests').values({ visitor, recount_hash: recountHash, requested_at: now }).execute();
}

export async function forgetRequests(database: Database, before: Date): Promise<void> {
  await database.deleteFrom('work_requests').where('requested_at', '<', before).execute();
}
