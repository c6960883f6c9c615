import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@convite/kernel';
import type pg from 'pg';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

export type MigrationRefusal =
  /** A migration that was applied has been edited since, or is gone: append another instead. */
  | { readonly type: 'migration_changed'; readonly name: string }
  /** People vote: what they vote in is not changed under them. */
  | { readonly type: 'vote_is_open'; readonly consultation: string }
  | { readonly type: 'database_too_old'; readonly version: string };

const oldestVersion = 150_000;
const lockKey = 7_203_118;

/**
 * Brings the database to the newest form: the numbered SQL files of the folder, each once, in order, in one
 * transaction. Servers that start together wait for one another. While people vote in anything but a demo, nothing is changed.
 *
 * @returns the names of what was applied now.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<Result<readonly string[], MigrationRefusal>> {
  const migrations = readMigrations(folder);
  const client = await pool.connect();
  try {
    const version = await client.query<{ server_version_num: string }>('show server_version_num');
    const number = version.rows[0]?.server_version_num ?? '0';
    if (Number(number) < oldestVersion) return err({ type: 'database_too_old', version: number });
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    await client.query(
      `create table if not exists schema_migrations (
         number integer primary key,
         name text not null,
         sha256 text not null,
         applied_at timestamptz not null default now()
       )`,
    );
    const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
      'select number, name, sha256 from schema_migrations order by number',
    );
    const changed = rows.find((row) => migrations.find(({ number }) => number === row.number)?.sha256 !== row.sha256);
    if (changed !== undefined) {
      await client.query('rollback');
      return err({ type: 'migration_changed', name: changed.name });
    }
    const missing = migrations.filter(({ number }) => rows.every((row) => row.number !== number));
    const open = missing.length === 0 ? undefined : await openConsultation(client);
    if (open !== undefined) {
      await client.query('rollback');
      return err({ type: 'vote_is_open', consultation: open });
    }
    for (const { number, name, sql, sha256 } of missing) {
      await client.query(sql);
      await client.query('insert into schema_migrations (number, name, sha256) values ($1, $2, $3)', [
        number,
        name,
        sha256,
      ]);
    }
    await client.query('commit');
    return ok(missing.map(({ name }) => name));
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** One in which people vote now, by its name in addresses; before there are consultations at all there is none. */
async function openConsultation(client: pg.PoolClient): Promise<string | undefined> {
  const there = await client.query<{ is: boolean }>("select to_regclass('consultations') is not null as is");
  if (there.rows[0]?.is !== true) return undefined;
  const { rows } = await client.query<{ slug: string }>(
    "select slug from consultations where status = 'open' and not is_demo order by slug limit 1",
  );
  return rows[0]?.slug;
}

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/u.test(name))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}
