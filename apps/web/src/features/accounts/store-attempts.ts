import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about attempts to sign in that were not right, or are not decided yet. */

/** When an attempt may be made again in a place, undefined if it may now. Holds others back who try there. */
export async function blockedUntil(
  tx: Tx,
  place: string,
  { milliseconds, most }: { readonly milliseconds: number; readonly most: number },
  now: Date,
): Promise<Date | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 2))`.execute(tx);
  const rows = await tx
    .selectFrom('sign_in_attempts')
    .select('happened_at')
    .where('place', '=', place)
    .where('happened_at', '>', new Date(now.getTime() - milliseconds))
    .orderBy('happened_at', 'desc')
    .limit(most)
    .execute();
  const oldest = rows.at(-1);
  if (rows.length < most || oldest === undefined) return undefined;
  return new Date(oldest.happened_at.getTime() + milliseconds);
}

export async function noteAttempt(tx: Tx, attempt: string, places: readonly string[], now: Date): Promise<void> {
  await tx
    .insertInto('sign_in_attempts')
    .values(places.map((place) => ({ attempt, place, happened_at: now })))
    .execute();
}

export async function forgetAttempt(db: Database | Tx, attempt: string): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('attempt', '=', attempt).execute();
}

export async function forgetAttemptsBefore(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('happened_at', '<', before).execute();
}
