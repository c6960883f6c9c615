import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
