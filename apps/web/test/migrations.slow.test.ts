import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrate } from '../src/persistence/migrate.ts';
import { makePool } from '../src/persistence/pool.ts';
import { addressOf, administer } from './database-server.ts';

/**
 * A database as the first version with results left it, with the rows of a national consultation, brought to the newest form:
 * 1,000,000 people and as many letters, 5,336 contests, 36,674 options, 100,000 ballots and lines of the trail.
 */
const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
const lastOfOld = '0013';
const [people, contests, ballots] = [1_000_000, 5336, 100_000];

const { server } = inject('testDatabases');
const name = `test_${randomBytes(6).toString('hex')}`;
const old = mkdtempSync(join(tmpdir(), 'convite-migrations-'));
let pool: pg.Pool;
beforeAll(async () => {
  await administer(server, `create database ${name}`);
  pool = makePool({ connectionString: addressOf(server, name) }, () => undefined);
});
afterAll(async () => {
  await pool.end();
  await administer(server, `drop database ${name} with (force)`);
  rmSync(old, { recursive: true });
});

/** The id of the n-th of a kind, and a hash of 43 signs. */
const functions = `
  create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as
    $$ select md5(kind || n)::uuid $$;
  create function pg_temp.hash43(n bigint) returns text language sql immutable as
    $$ select left(translate(encode(sha256(n::text::bytea), 'base64'), E'=\\n', ''), 43) $$;`;

const rows = [
  `insert into territories (id, parent_id, level, code, name, path)
   values (pg_temp.id('t', 0), null, 'nation', 'N', 'Nación', array[pg_temp.id('t', 0)])`,
  `insert into territories (id, parent_id, level, code, name, path)
   select pg_temp.id('t', n), pg_temp.id('t', 0), 'commune', 'C' || n, 'Comuna ' || n, array[pg_temp.id('t', 0), pg_temp.id('t', n)]
   from generate_series(1, ${contests}) n`,
  `insert into consultations (id, slug, territory_id, title, languages, zone, opens_at, closes_at, currency, decimals, status, created_at)
   values (pg_temp.id('c', 0), 'nacional', pg_temp.id('t', 0), '{"es":"Nacional"}', '{es}', 'UTC', now() - interval '2 days',
     now() - interval '1 day', 'VES', 2, 'closed', now() - interval '9 days')`,
  `insert into contest_templates (id, consultation_id, name, form, most, may_be_blank, rule, crypto_group)
   values (pg_temp.id('m', 0), pg_temp.id('c', 0), '{"es":"Obra"}', 'choose_one', 1, true, '{}', 'Ed25519')`,
  `insert into contests (id, consultation_id, template_id, territory_id, status)
   select pg_temp.id('k', n), pg_temp.id('c', 0), pg_temp.id('m', 0), pg_temp.id('t', n), 'closed' from generate_series(1, ${contests}) n`,
  `insert into options (contest_id, number, title, summary)
   select pg_temp.id('k', 1 + n % ${contests}), 1 + n / ${contests}, 'Obra ' || n, 'Para todas' from generate_series(0, 36673) n`,
  `insert into rolls (consultation_id, eligibility, status, version, frozen_at, frozen_version, frozen_count, commitment)
   values (pg_temp.id('c', 0), '{}', 'frozen', 1, now(), 1, ${people}, repeat('ab', 32))`,
  `insert into roll_entries (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart, proof, since_version)
   select pg_temp.id('p', n), pg_temp.id('c', 0), pg_temp.id('t', 1 + n % ${contests}), 'Persona ' || n, 'persona ' || n, '1980-04-03', '', '',
     'two_neighbours', 1 from generate_series(1, ${people}) n`,
  `insert into elections (contest_id, uuid, fingerprint, record_time, height, head, state)
   select pg_temp.id('k', n), 'e' || n, pg_temp.hash43(n), 0, 0, repeat('0', 64), 'open' from generate_series(1, ${contests}) n`,
  `insert into public_credentials (contest_id, credential, kind, voided_at)
   select pg_temp.id('k', 1 + n % ${contests}), 'cr' || n, 'roll', case when n % 1000 = 0 and n >= ${ballots} then now() end
   from generate_series(1, ${people}) n`,
  `insert into board_events (contest_id, height, parent, hash, type, event)
   select pg_temp.id('k', n), 0, null, 'h' || n || '-0', 'Setup', ''::bytea from generate_series(1, ${contests}) n`,
  `insert into board_events (contest_id, height, parent, hash, type, event)
   select pg_temp.id('k', 1 + n % ${contests}), 1 + n / ${contests}, 'h' || 1 + n % ${contests} || '-' || n / ${contests},
     'h' || 1 + n % ${contests} || '-' || 1 + n / ${contests}, 'Ballot', ''::bytea from generate_series(0, ${ballots - 1}) n`,
  `insert into board_ballots (contest_id, height, tracker, credential, revision)
   select pg_temp.id('k', 1 + n % ${contests}), 1 + n / ${contests}, pg_temp.hash43(n), 'cr' || n, 1 from generate_series(0, ${ballots - 1}) n`,
  `insert into audit_trail (happened_at, event, subject, is_public)
   select now(), 'ballots.recorded', pg_temp.id('k', 1 + n % ${contests}), true from generate_series(1, ${ballots}) n`,
];
const counted = [
  'roll_entries',
  'public_credentials',
  'board_events',
  'board_ballots',
  'options',
  'contests',
  'audit_trail',
];
const sizes = async (): Promise<readonly number[]> => {
  const found: number[] = [];
  for (const table of counted) {
    const {
      rows: [row],
    } = await pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    found.push(row?.n ?? -1);
  }
  return found;
};

test('a nation stored by an older version is brought to the newest form, and keeps every row', async () => {
  for (const file of readdirSync(migrations))
    if (file.slice(0, 4) <= lastOfOld) cpSync(join(migrations, file), join(old, file));
  expect((await migrate(pool, old)).ok).toBe(true);
  const client = await pool.connect();
  try {
    await client.query(functions);
    for (const statement of rows) await client.query(statement);
  } finally {
    client.release();
  }
  const before = await sizes();
  expect(before).toEqual([people, people, contests + ballots, ballots, 36_674, contests, ballots]);
  const newer = readdirSync(migrations).filter((file) => file.slice(0, 4) > lastOfOld);
  expect(newer.length).toBeGreaterThan(10);
  expect(await migrate(pool, migrations)).toEqual({ ok: true, value: newer });
  expect(await sizes()).toEqual(before);
  expect(await migrate(pool, migrations)).toEqual({ ok: true, value: [] });
});
