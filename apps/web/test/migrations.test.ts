import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../src/persistence/migrate.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
});

const compared = {
  status: 'complete',
  winners: ['b', 'a'],
  cost: '12.50',
  rule: { rule: 'greedy' },
  properties: { voters: { marked: 3, blank: 0, with_funded: 2 }, by_segment: [] },
};
const rest = { preference: null, official: ['a'], rules: ['greedy'], ballotsFile: { bytes: 10, sha256: 'c' } };

test('a stored result keeps of the compared count what the pages say of it', async () => {
  const { pool } = database;
  const [full, none] = ['1'.repeat(64), '2'.repeat(64)];
  await pool.query(
    `insert into files (hash, size, compressed, name, facts, origin, stored_at)
     values ($1, 1, '', 'vote.pb', '{}', 'sample', now())`,
    [full],
  );
  const details = new Map<string, unknown>([
    [full, { compared: { ...compared, rounds: [{ project: 'b' }], not_funded: [], ties: [] }, ...rest }],
    [none, { compared: null, ...rest }],
  ]);
  for (const [hash, value] of details) {
    await pool.query(
      `insert into recounts (hash, file_hash, rule_set, changes, status, report, details, supporters, requested_at, finished_at)
       values ($1, $2, '{}', '{}', 'done', '{}', $3, '{}', now(), now())`,
      [hash, full, JSON.stringify(value)],
    );
  }
  const sql = new URL('../migrations/0003-keep-of-the-compared-count-its-outcome.sql', import.meta.url);
  await pool.query(readFileSync(sql, 'utf8'));
  const { rows } = await pool.query<{ details: string }>('select details from recounts order by hash');
  expect(rows.map((row): unknown => JSON.parse(row.details))).toEqual([
    { compared, ...rest },
    { compared: null, ...rest },
  ]);
});

test('a database in which people vote is not changed until they have voted; one of a demo is', async () => {
  const { pool } = database;
  const folder = mkdtempSync(join(tmpdir(), 'convite-migrations-'));
  cpSync(fileURLToPath(new URL('../migrations', import.meta.url)), folder, { recursive: true });
  const append = (number: string): void =>
    writeFileSync(join(folder, `${number}-append-a-table.sql`), `create table appended_${number} ();`);
  const stands = (status: string, isDemo = false) =>
    pool.query('update consultations set status = $1, is_demo = $2', [status, isDemo]);
  await pool.query(
    `with made as (select gen_random_uuid() as id), place as (
       insert into territories (id, parent_id, level, code, name, path)
       select id, null, 'commune', 'C', 'C', array[id] from made returning id
     )
     insert into consultations
       (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals, status, created_at)
     select gen_random_uuid(), 'obras', id, '{"es":"Obras"}', '{es}', 'UTC', now(), now() + interval '1 day', 'VES', 2,
       'open', now() from place`,
  );
  try {
    expect(await migrate(pool, folder)).toEqual({ ok: true, value: [] });
    append('9001');
    expect(await migrate(pool, folder)).toEqual({ ok: false, error: { type: 'vote_is_open', consultation: 'obras' } });
    expect((await pool.query(`select to_regclass('appended_9001') as made`)).rows).toEqual([{ made: null }]);
    await stands('closed');
    expect(await migrate(pool, folder)).toMatchObject({ ok: true, value: ['9001-append-a-table.sql'] });
    await stands('open', true);
    append('9002');
    expect(await migrate(pool, folder)).toMatchObject({ ok: true, value: ['9002-append-a-table.sql'] });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
