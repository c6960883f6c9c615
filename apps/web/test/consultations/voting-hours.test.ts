import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVote } from '../../src/features/consultations/usecases/open-vote.ts';
import { inRefusableTransaction } from '../../src/persistence/database.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { allRehearse, holdCeremony, makeKeyHolders } from '../trustees/key-holders.ts';
import { contestsOf, type Crew, freeze, makeCity, makeCrew, pageOf, prepareConsultation } from './prepared.ts';

/** One consultation from its freezing to its closing: each test goes on where the one before ended. */
let site: TestSite;
let crew: Crew;
let consultation: string;
let city: string;

beforeAll(async () => {
  site = await openTestSite();
  const made = await makeCity(site);
  ({ city } = made);
  crew = await makeCrew(site, city);
  await prepareConsultation(site, made, crew, 'horas');
  const { rows } = await site.database.pool.query("select id from consultations where slug = 'horas'");
  consultation = rows[0].id;
});
afterAll(() => site.close());

const states = async (): Promise<readonly string[]> => {
  const { rows } = await site.database.pool.query(
    `select status from contests where consultation_id = $1
     union all select status from consultations where id = $1`,
    [consultation],
  );
  return rows.map(({ status }) => status);
};
const page = async (): Promise<string> => await (await crew.guarantor.get('/org/c/horas/vote')).text();
const open = (unsafe: readonly { readonly name: string }[] = []) =>
  inRefusableTransaction(site.site.accounts.database, async (tx) => {
    const { rows } = await site.database.pool.query('select * from consultations where id = $1', [consultation]);
    const closesAt = rows[0].closes_at.getTime();
    const body = { slug: 'horas', title: {}, contests: 2, opensAt: 0, closesAt, zone: 'America/Caracas' };
    return await openVote(tx, consultation, body, site.clock.now, async () => unsafe);
  });

test('a vote is not opened before its rule is frozen, its roll too, and every contest has voters and an election', async () => {
  expect(await page()).toContain('La regla todavía no está congelada');
  expect((await freeze(crew, 'horas')).status).toBe(303);
  const text = await page();
  for (const words of [
    '2 papeletas: Sin padrón',
    'El padrón no está congelado',
    'Nadie custodia todavía la clave',
    'con un corte de luz',
  ]) {
    expect(text).toContain(words);
  }
  expect((await crew.guarantor.post('/org/c/horas/vote/open', { reason: 'Es hora.' })).status).toBe(422);
  expect((await crew.organiser.post('/org/c/horas/vote/open', { reason: 'Es hora.' })).status).toBe(403);
  expect(await open()).toMatchObject({ ok: false, error: { type: 'missing' } });
  expect(await states()).toEqual(['draft', 'draft', 'frozen']);
});

test('the people of the roll are counted for it, though nobody looked at the control room since it was brought', async () => {
  const { pool } = site.database;
  await pool.query(
    `insert into rolls (consultation_id, eligibility, status, version, frozen_at, frozen_version, frozen_count, commitment)
     values ($1, '{}', 'frozen', 1, now(), 1, 0, repeat('a', 64))`,
    [consultation],
  );
  await pool.query(
    `insert into roll_entries (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart,
       proof, language, since_version)
     select gen_random_uuid(), $1, territory_id, 'Ana', id::text, '1980-04-03', '', '', 'two_neighbours', 'es', 1
     from contests where consultation_id = $1`,
    [consultation],
  );
  expect(await open()).toMatchObject({
    ok: false,
    error: { problems: [{ need: 'waiver', contests: 2 }, { type: 'no_trustees' }] },
  });
  expect(await page()).not.toContain('Sin padrón');
});

test('it is opened in every contest at once when nothing is missing, and never on a database that may forget', async () => {
  const { pool } = site.database;
  await pool.query('update contests set voters = 100 where consultation_id = $1', [consultation]);
  expect(await open()).toMatchObject({
    ok: false,
    error: { problems: [{ type: 'contests', need: 'no_election', contests: 2 }, { type: 'no_trustees' }] },
  });
  // Of an annulled contest nobody asks for an election.
  await pool.query(
    `update contests set status = 'annulled' where id = (select min(id::text)::uuid from contests where consultation_id = $1)`,
    [consultation],
  );
  expect(await open()).toMatchObject({
    error: { problems: [{ need: 'no_election', contests: 1 }, { type: 'no_trustees' }] },
  });
  await pool.query(`update contests set status = 'draft' where consultation_id = $1`, [consultation]);
  await pool.query(
    `insert into elections (contest_id, uuid, fingerprint, record_time, height, head, state)
     select id, id::text, rpad(md5(id::text), 43, 'A'), 0, 0, repeat('b', 64), 'open' from contests
     where consultation_id = $1`,
    [consultation],
  );
  expect(await open([{ name: 'fsync' }])).toMatchObject({
    ok: false,
    error: { problems: [{ type: 'no_trustees' }, { type: 'unsafe_database', settings: ['fsync'] }] },
  });
  const holders = await makeKeyHolders(site, 'horas', city, ['Ana', 'Beto', 'Carla']);
  await holdCeremony(crew.organiser, 'horas', holders, 2);
  await allRehearse(holders.slice(1));
  expect(await open()).toMatchObject({ ok: false, error: { problems: [{ type: 'not_rehearsed', trustees: 1 }] } });
  expect(await page()).toContain('href="/org/c/horas/trustees#places"');
  await allRehearse(holders.slice(0, 1));
  expect(await open()).toMatchObject({ ok: true, value: { contests: 2 } });
  expect(await states()).toEqual(['open', 'open', 'open']);
  expect(await open()).toMatchObject({ ok: false, error: { problems: [{ type: 'not_now', state: 'open' }] } });
  const [contest = ''] = await contestsOf(crew.observer, 'horas');
  expect(await (await site.ask(`/c/horas/contests/${contest}`)).text()).toContain(`/c/horas/contests/${contest}/vote`);
});

test('it is closed by two once its hour is over, and not a moment earlier', async () => {
  const close = (): Promise<Response> =>
    crew.guarantor.post('/org/c/horas/vote/close', { reason: 'Se acabó la hora.' });
  const early = await close();
  expect(early.status).toBe(422);
  expect(await early.text()).toContain('Todavía no es la hora de cierre');
  const { rows } = await site.database.pool.query('select closes_at from consultations where id = $1', [consultation]);
  const closesAt: unknown = rows[0].closes_at;
  invariant(closesAt instanceof Date, 'the calendar says when it closes');
  // Sessions of staff last a day: theirs are as old as the test's clock makes them.
  await site.database.pool.query('update sessions set created_at = $1, seen_at = $1', [closesAt]);
  site.clock.now = new Date(closesAt.getTime() + 60_000);
  const act = pageOf(await close());
  expect(act).toMatch(/^\/org\/acts\//u);
  expect((await crew.second.post(act, { decision: 'agree' })).status).toBe(303);
  expect(await states()).toEqual(['closed', 'closed', 'closed']);
});
