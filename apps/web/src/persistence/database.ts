import type { Result } from '@convite/kernel';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
/** What changes something is given one of these, so that it stands or falls with its audit line. */
export type Tx = Transaction<Schema>;

export const makeDatabase = (pool: pg.Pool): Database => new Kysely({ dialect: new PostgresDialect({ pool }) });

export const inTransaction = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction().execute(work);

/** A transaction that is taken back whole when its work is refused. */
export async function inRefusableTransaction<T, E>(
  database: Database,
  work: (tx: Tx) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const tx = await database.startTransaction().execute();
  try {
    const result = await work(tx);
    await (result.ok ? tx.commit() : tx.rollback()).execute();
    return result;
  } catch (error) {
    if (!tx.isCommitted) await tx.rollback().execute();
    throw error;
  }
}

/** Asks the database for a sign of life. @throws Error when it gives none. */
export async function askAlive(database: Database): Promise<void> {
  await sql`select 1`.execute(database);
}
