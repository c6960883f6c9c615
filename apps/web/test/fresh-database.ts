import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { makePool } from '../src/persistence/pool.ts';
import { templateDatabase } from './cluster.global.ts';

/** A copy of the template for one test file. */
export interface FreshDatabase {
  readonly pool: pg.Pool;
  /** Its address, for a process of its own. */
  readonly url: string;
  drop(): Promise<void>;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const { host, user } = inject('testCluster');
  const database = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${database} template ${templateDatabase}`);
  const lost: Error[] = [];
  const pool = makePool({ host, user, database }, (error) => lost.push(error));
  return {
    pool,
    url: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`,
    async drop() {
      await pool.end();
      await administer(`drop database ${database} with (force)`);
    },
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject('testCluster'), database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
