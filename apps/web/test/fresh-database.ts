import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import { makePool } from '../src/persistence/pool.ts';
import { addressOf, administer } from './database-server.ts';

/** A copy of the template for one test file. */
export interface FreshDatabase {
  readonly pool: pg.Pool;
  /** Its address, for a process of its own. */
  readonly url: string;
  drop(): Promise<void>;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const { server, template } = inject('testDatabases');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${database} template ${template}`);
  const lost: Error[] = [];
  const url = addressOf(server, database);
  const pool = makePool({ connectionString: url }, (error) => lost.push(error));
  return {
    pool,
    url,
    async drop() {
      await pool.end();
      await administer(server, `drop database ${database} with (force)`);
    },
  };
}
