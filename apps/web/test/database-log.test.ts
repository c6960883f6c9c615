import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { startCluster } from '../src/persistence/cluster/cluster.ts';

test('the log of our own PostgreSQL says what failed, and nothing of the row that was refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'convite-log-'));
  const started = await startCluster({ folder, durable: false });
  if (!started.ok) throw new Error(`no database: ${JSON.stringify(started.error)}`);
  onTestFinished(async () => {
    await started.value.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const client = new pg.Client(started.value.connection('postgres'));
  await client.connect();
  await client.query('create table roll (name text primary key, document text check (length(document) < 9))');
  await client.query("insert into roll values ('Ana Pérez', 'V-1')");
  await expect(client.query('insert into roll values ($1, $2)', ['Ana Pérez', 'V-2'])).rejects.toThrow('roll_pkey');
  await expect(client.query("insert into roll values ('Luz Rojas', 'V-12345678')")).rejects.toThrow('check');
  await client.end();
  const log = readFileSync(join(started.value.location, 'postgresql.log'), 'utf8');
  expect(log).toContain('duplicate key value violates unique constraint "roll_pkey"');
  expect(log).not.toMatch(/Ana Pérez|Luz Rojas|V-12345678/u);
});
