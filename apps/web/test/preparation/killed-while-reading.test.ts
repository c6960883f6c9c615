import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringCredentials } from '../../src/features/preparation/index.ts';
import { askToFreeze } from '../../src/features/rolls/index.ts';
import { findConsultation, type RolledConsultation } from '../../src/features/rolls/store.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { makeServerProcess, type ServerProcess } from '../ballots/server-process.ts';
import { makeConsultation } from '../rolls/roll-workshop.ts';
import { until } from '../until.ts';
import { orderCodes } from './ordered-codes.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-killed-'));
const account = randomUUID();
let server: ServerProcess;
/** On the database of the server as it runs now. */
let pool: pg.Pool;
let consultation: RolledConsultation;
let contests: ReadonlyMap<string, string>;
beforeAll(async () => {
  server = await makeServerProcess('killed-while-reading');
  await server.start();
  pool = server.pool();
  contests = await makeConsultation(pool);
  await pool.query(`insert into accounts (id, email, name, created_at) values ($1, 'ada@example.org', 'Ada', now())`, [
    account,
  ]);
  const found = await findConsultation(makeDatabase(pool), 'obras', 'es');
  invariant(found !== undefined, 'the consultation was just made');
  consultation = found;
}, 240_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const means = () => ({ database: makeDatabase(pool), now: () => new Date(), newId: randomUUID });

const rows = async (statement: string): Promise<readonly Record<string, unknown>[]> =>
  (await pool.query<Record<string, unknown>>(statement)).rows;

/** Has the server come as far as a table and no further, and kills it there with its database; then starts it again. */
async function killedAt(table: string, ask: () => Promise<unknown>): Promise<void> {
  const holder = await pool.connect();
  holder.once('error', (failure) => holder.release(failure));
  await holder.query(`begin; lock table ${table} in access exclusive mode`);
  await ask();
  await until(async () => {
    const waiting = await rows(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return waiting.length > 0 ? true : undefined;
  });
  await server.kill();
  await server.start();
  pool = server.pool();
}

test('a commitment that a killed server was making is made by the next', async () => {
  const { id } = consultation;
  await pool.query(
    `insert into rolls (consultation_id, eligibility, status, version)
     values ($1, '{"minimumAge":null,"ageOn":"2026-11-22","proofs":["membership"]}', 'open', 1)`,
    [id],
  );
  await pool.query(
    `insert into roll_entries (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart,
       proof, since_version)
     select gen_random_uuid(), $1, t.id, 'Persona ' || n, 'persona ' || n, '1980-04-03', '', '', 'membership', 1
     from territories t, generate_series(1, 7) n where t.code = 'C1'`,
    [id],
  );
  await pool.query(
    `insert into roll_sizes (consultation_id, territory_id, people) select $1, id, 7 from territories where code = 'C1'`,
    [id],
  );
  await killedAt('roll_entries', async () => {
    const asked = await askToFreeze(means(), consultation, 'Termina la inscripción', account);
    invariant(asked.ok, `it may be asked for: ${JSON.stringify(asked)}`);
  });
  await until(async () =>
    (await rows(`select from roll_freezings where status = 'ready'`)).length > 0 ? true : undefined,
  );
  expect(await rows('select status, people, length(salt) as salt, progress from roll_freezings')).toEqual([
    { status: 'ready', people: 7, salt: 32, progress: 1000 },
  ]);
  expect(
    await rows(`select details ->> 'step' as step from audit_trail where event = 'roll.freeze' order by number`),
  ).toEqual([{ step: 'asked' }, { step: 'ready' }]);
}, 240_000);

test('credentials that a killed server was taking are taken whole by the next', async () => {
  const { id, slug } = consultation;
  const lines = await orderCodes(pool, { consultation: id, slug, contests, by: account });
  const path = join(folder, 'upload');
  writeFileSync(path, lines.join('\n'));
  await killedAt('uploaded_credentials', async () => {
    const brought = await bringCredentials(means(), consultation, { path, by: account });
    invariant(brought.ok, `the file is stored: ${JSON.stringify(brought)}`);
  });
  // The elections themselves cannot be set up here: nobody holds a key.
  await until(async () =>
    (await rows(`select from credential_uploads where status <> 'reading'`)).length > 0 ? true : undefined,
  );
  expect(await rows('select status, problems from credential_uploads')).toEqual([
    { status: 'setting_up', problems: null },
  ]);
  expect(await rows('select turn from uploaded_credentials order by turn')).toEqual([
    { turn: 0 },
    { turn: 1 },
    { turn: 2 },
  ]);
  expect(await rows('select from brought_pieces')).toEqual([]);
  expect(await rows(`select is_public from audit_trail where event = 'credential.upload' order by number`)).toEqual([
    { is_public: false },
    { is_public: true },
  ]);
}, 240_000);
