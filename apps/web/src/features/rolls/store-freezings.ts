import { freezingMachine, type FreezingMove, type FreezingState } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about rolls on their way to the proposal that they be frozen. */

export interface FreezingRecord {
  readonly id: string;
  readonly consultation: string;
  readonly slug: string;
  readonly territory: string;
  readonly status: FreezingState;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  /** Of the roll that it is about. */
  readonly version: number;
  readonly people: number;
  /** In thousandths. */
  readonly progress: number;
  readonly commitment: string | null;
  /** While it is ready; for whoever asked, and nobody else. */
  readonly salt: Uint8Array | null;
}

const freezingQuery = sql`
  select f.id, f.consultation_id as consultation, c.slug, c.territory_id as territory, f.status, f.reason,
    f.asked_by as "askedBy", a.name as "askedByName", f.version, f.people, f.progress, f.commitment, f.salt
  from roll_freezings f join consultations c on c.id = f.consultation_id join accounts a on a.id = f.asked_by`;

export async function findFreezing(db: Database | Tx, id: string): Promise<FreezingRecord | undefined> {
  const { rows } = await sql<FreezingRecord>`${freezingQuery} where f.id = ${id}`.execute(db);
  return rows[0];
}

/** The one that is on its way; else the one that ended last. Clocks may go back, so when it was asked for says little. */
export async function newestFreezing(db: Database | Tx, consultation: string): Promise<FreezingRecord | undefined> {
  const { rows } = await sql<FreezingRecord>`
    ${freezingQuery} where f.consultation_id = ${consultation} 
    order by f.finished_at desc nulls first, f.asked_at desc, f.id limit 1`.execute(db);
  return rows[0];
}

export interface NewFreezing {
  readonly id: string;
  readonly consultation: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly version: number;
  readonly people: number;
}

/** @returns false when another one is on its way already. */
export async function putFreezing(tx: Tx, asked: NewFreezing): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roll_freezings')
    .values({
      id: asked.id,
      consultation_id: asked.consultation,
      status: freezingMachine.first,
      reason: asked.reason,
      asked_by: asked.by,
      asked_at: asked.at,
      version: asked.version,
      people: asked.people,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function noteFreezing(db: Database, id: string, thousandths: number): Promise<void> {
  await db.updateTable('roll_freezings').set({ progress: thousandths }).where('id', '=', id).execute();
}

/** A commitment, and the salt that it was made with. */
export interface SaltedCommitment {
  readonly commitment: string;
  readonly salt: Uint8Array;
}

/**
 * Moves one on, if it stands where the move is allowed; every move but `finish` leaves it without a salt.
 *
 * @returns where it stands now; undefined if it stays where it was.
 */
export async function moveFreezing(
  tx: Tx,
  id: string,
  ...[move, by]: readonly ['finish', SaltedCommitment] | readonly [Exclude<FreezingMove, 'finish'>, Date]
): Promise<FreezingState | undefined> {
  const held = tx.selectFrom('roll_freezings').select('status').where('id', '=', id).forUpdate();
  const status = freezingMachine.moves[(await held.executeTakeFirstOrThrow()).status][move];
  if (status === undefined) return undefined;
  const rest =
    by instanceof Date
      ? { salt: null, finished_at: by }
      : { salt: Buffer.from(by.salt), commitment: by.commitment, progress: 1000 };
  await tx
    .updateTable('roll_freezings')
    .set({ status, ...rest })
    .where('id', '=', id)
    .execute();
  return status;
}
