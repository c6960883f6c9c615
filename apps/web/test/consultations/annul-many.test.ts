import type { ContestState } from '@convite/domain';
import { afterAll, expect, test } from 'vitest';
import { makeStaff, type StaffBrowser } from '../staff.ts';
import { contestsOf, freeze, newForm, openCity, pageOf, prepareConsultation, setOf } from './prepared.ts';

/** A city of two communes, each with a paper in every consultation. */
const { site, city, crew } = await openCity();
afterAll(() => site.close());
const reason = 'El río se llevó las cartas.';

async function openedConsultation(slug: string): Promise<void> {
  await prepareConsultation(site, city, crew, slug);
  expect((await freeze(crew, slug)).status).toBe(303);
  await setAll(slug, 'open');
}

async function setAll(slug: string, state: ContestState): Promise<void> {
  const { pool } = site.database;
  await pool.query(`update consultations set status = 'open' where slug = $1`, [slug]);
  await pool.query(
    `update contests set status = $2 where consultation_id = (select id from consultations where slug = $1)`,
    [slug, state],
  );
}

/** The state of each contest, by the code of its territory. */
async function standing(slug: string): Promise<Readonly<Record<string, string>>> {
  const { rows } = await site.database.pool.query<{ code: string; status: string }>(
    `select t.code, k.status from contests k join territories t on t.id = k.territory_id
     join consultations c on c.id = k.consultation_id where c.slug = $1 order by t.code`,
    [slug],
  );
  return Object.fromEntries(rows.map(({ code, status }) => [code, status]));
}

/** Proposes to annul what the page shows under a filter. */
async function propose(browser: StaffBrowser, slug: string, filter: string, why = reason): Promise<Response> {
  const address = `/org/c/${slug}/annul${filter}`;
  const set = setOf(await (await browser.get(address)).text());
  return await browser.post(address, { set, reason: why });
}

test('two guarantors annul what a filter means, and nothing else; each paper says why', async () => {
  await openedConsultation('rio');
  const [north] = city.communes;
  const room = await (await crew.guarantor.get(`/org/c/rio?r=${north}`)).text();
  expect(room).toContain(`href="/org/c/rio/annul?r=${north}"`);
  const proposed = await propose(crew.guarantor, 'rio', `?r=${north}`);
  expect(proposed.status).toBe(303);
  expect(await standing('rio')).toEqual({ 'PS-1': 'open', 'PS-2': 'open' });
  const act = await (await crew.second.get(pageOf(proposed))).text();
  expect(act).toContain('Anular una papeleta de La Enramada (PS-1)');
  expect(act).toContain(reason);
  // One alone does nothing, not even twice; meanwhile nobody proposes more.
  expect((await crew.guarantor.post(pageOf(proposed), { decision: 'agree' })).status).not.toBe(303);
  expect(await (await crew.second.get('/org/c/rio/annul')).text()).toContain(`href="${pageOf(proposed)}"`);
  expect((await propose(crew.second, 'rio', '')).status).toBe(422);
  expect((await crew.second.post(pageOf(proposed), { decision: 'agree' })).status).toBe(303);
  expect(await standing('rio')).toEqual({ 'PS-1': 'annulled', 'PS-2': 'open' });

  const { rows } = await site.database.pool.query(
    `select a.event, a.reason, a.is_public, t.code, a.subject = c.id::text as whole
     from audit_trail a join territories t on t.id = a.territory_id, consultations c
     where c.slug = 'rio' and a.event in ('contest.annul', 'contests.annul') order by a.event`,
  );
  const line = { reason, is_public: true, code: 'PS-1' };
  expect(rows).toEqual([
    { ...line, event: 'contest.annul', whole: false },
    { ...line, event: 'contests.annul', whole: true },
  ]);
  const rules = await (await site.ask('/c/rio/rules')).text();
  expect(rules).toContain('Se anularon varias papeletas');
  expect(rules).toContain('La Enramada (PS-1) (1)');
  // Told once for all of them.
  expect(rules).not.toContain('Se anuló una papeleta');
});

test('what is over or annulled already is left out, and a page that shows others than there are does nothing', async () => {
  await openedConsultation('resto');
  const [one = ''] = await contestsOf(crew.guarantor, 'resto');
  const old = setOf(await (await crew.guarantor.get('/org/c/resto/annul')).text());
  const annulled = pageOf(await crew.guarantor.post(`/org/c/resto/contests/${one}/annul`, { why_annul: 'Otra.' }));
  expect((await crew.second.post(annulled, { decision: 'agree' })).status).toBe(303);
  const stale = await crew.guarantor.post('/org/c/resto/annul', { set: old, reason });
  expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('ya no son las que usted vio')]);
  const left = await (await crew.guarantor.get('/org/c/resto/annul')).text();
  expect(left).toContain('Anular estas papeletas: una papeleta');
  const bare = await propose(crew.guarantor, 'resto', '', ' ');
  expect([bare.status, await bare.text()]).toEqual([422, expect.stringContaining('href="#reason"')]);
  expect(Object.values(await standing('resto')).toSorted()).toEqual(['annulled', 'open']);
});

test('all or none: where one of them moved on after it was proposed, none is annulled', async () => {
  await openedConsultation('cambia');
  const act = pageOf(await propose(crew.guarantor, 'cambia', ''));
  const { pool } = site.database;
  await pool.query(
    `update contests set status = 'certified' where id = (
       select k.id from contests k join consultations c on c.id = k.consultation_id where c.slug = 'cambia' limit 1)`,
  );
  const agreed = await crew.second.post(act, { decision: 'agree' });
  expect(await agreed.text()).toContain('Algo cambió después de proponerlo.');
  expect(Object.values(await standing('cambia')).toSorted()).toEqual(['certified', 'open']);
  const { rows } = await pool.query(
    `select from audit_trail where event = 'contest.annul' and subject in (
       select k.id::text from contests k join consultations c on c.id = k.consultation_id where c.slug = 'cambia')`,
  );
  expect(rows).toEqual([]);
});

test('a guarantor of one commune annuls there alone, with another one of the same commune or of the whole', async () => {
  await openedConsultation('parte');
  const [north = '', south = ''] = city.communes;
  const local = await makeStaff(site, 'Norma', [{ role: 'guarantor', territory: north }]);
  const seen = await (await local.browser.get('/org/c/parte/annul')).text();
  expect([seen.includes('La Enramada'), seen.includes('Los Tres Puentes')]).toEqual([true, false]);
  // Nor by naming the other one.
  expect(setOf(await (await local.browser.get(`/org/c/parte/annul?r=${south}`)).text())).toBe('');
  const act = pageOf(await propose(local.browser, 'parte', ''));
  const elsewhere = await makeStaff(site, 'Susana', [{ role: 'guarantor', territory: south }]);
  expect((await elsewhere.browser.post(act, { decision: 'agree' })).status).toBe(404);
  expect((await crew.second.post(act, { decision: 'agree' })).status).toBe(303);
  expect(await standing('parte')).toEqual({ 'PS-1': 'annulled', 'PS-2': 'open' });
});

test('thousands at once are one act, each with a line of its own', async () => {
  const { pool } = site.database;
  const many = 3000;
  await crew.organiser.post(`/org/c/new/${city.city}`, newForm(site, 'miles', '3000'));
  const rule = pageOf(await crew.organiser.post('/org/c/miles/templates', { name: 'Obra' }))
    .split('/')
    .at(-1);
  await pool.query(
    `with made as (
       insert into territories (id, parent_id, level, code, name, path)
       select id, $1, 'sector', 'M-' || n, 'Manzana ' || n, array[$1::uuid, id]
       from (select gen_random_uuid() as id, n from generate_series(1, $2::int) n) new returning id
     ) insert into contests (id, consultation_id, template_id, territory_id, status)
       select gen_random_uuid(), c.id, $3, made.id, 'open' from made, consultations c where slug = 'miles'`,
    [city.city, many, rule],
  );
  await pool.query(`update consultations set status = 'open' where slug = 'miles'`);
  const act = pageOf(await propose(crew.guarantor, 'miles', ''));
  expect((await crew.second.post(act, { decision: 'agree' })).status).toBe(303);
  expect(new Set(Object.values(await standing('miles')))).toEqual(new Set(['annulled']));
  const { rows } = await pool.query(
    `select count(distinct subject)::int as n from audit_trail where event = 'contest.annul' and details->>'together' = $1`,
    [String(many)],
  );
  expect(rows).toEqual([{ n: many }]);
  const changes = await (await site.ask('/c/miles/rules')).text();
  expect(changes.split('Se anularon varias papeletas')).toHaveLength(2);
});

test('before freezing contests are removed, not annulled', async () => {
  await prepareConsultation(site, city, crew, 'borrador');
  expect(await (await crew.guarantor.get('/org/c/borrador')).text()).not.toContain('/org/c/borrador/annul');
  const early = await propose(crew.guarantor, 'borrador', '');
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('esto ya no se puede hacer')]);
  expect(new Set(Object.values(await standing('borrador')))).toEqual(new Set(['draft']));
});
