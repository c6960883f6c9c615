import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about the list of trustees of a consultation, and about who has rehearsed with it. */

export interface ListRecord {
  readonly text: string;
  readonly hash: string;
  readonly waiver: string | null;
  readonly at: Date;
}

export async function findList(db: Database | Tx, consultation: string): Promise<ListRecord | undefined> {
  return await db
    .selectFrom('consultation_trustees')
    .select(['trustees as text', 'hash', 'waiver', 'at'])
    .where('consultation_id', '=', consultation)
    .executeTakeFirst();
}

export interface RehearsalRecord {
  readonly owner: number;
  /** As YYYY-MM-DD. */
  readonly day: string;
  readonly text: string;
  readonly account: string;
  readonly opened: boolean;
}

/** The rehearsals with a list, the latest day of each trustee last. */
export async function rehearsalsOf(
  db: Database | Tx,
  consultation: string,
  list: string,
): Promise<readonly RehearsalRecord[]> {
  const { rows } = await sql<RehearsalRecord>`
    select owner, to_char(day, 'YYYY-MM-DD') as day, text, account_id as account, opened from rehearsals
    where consultation_id = ${consultation} and list_hash = ${list} order by owner, day`.execute(db);
  return rows;
}

/** @returns false when this trustee has rehearsed for this day already. */
export async function putRehearsal(
  tx: Tx,
  consultation: string,
  list: string,
  { owner, day, text, account, opened }: RehearsalRecord,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('rehearsals')
    .values({
      ...{ consultation_id: consultation, list_hash: list, owner, day, text, opened },
      ...{ account_id: account, brought_at: now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('owner')
    .executeTakeFirst();
  return row !== undefined;
}
