import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLinks } from '../src/features/accounts/index.ts';
import { forgetEnded } from '../src/features/accounts/usecases/forget-ended.ts';
import { appendAudit } from '../src/persistence/audit.ts';
import { inTransaction } from '../src/persistence/database.ts';
import { makePlaces, type TestPlaces } from './access-places.ts';
import { openTestSite, type TestSite } from './open-test-site.ts';
import { makeStaff, setUp, StaffBrowser } from './staff.ts';

const folder = mkdtempSync(join(tmpdir(), 'convite-upkeep-'));
const stolen = 'mango verde con sal';
let site: TestSite;
let places: TestPlaces;

beforeAll(async () => {
  const path = join(folder, 'stolen.txt');
  const hash = createHash('sha1').update(stolen).digest('hex').toUpperCase();
  writeFileSync(path, `${hash}:42\r\n`);
  site = await openTestSite({ settings: { breachedPasswords: path } });
  places = await makePlaces(site);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const ana = { name: 'Ana Ramírez', email: 'ana@enramada.example', password: 'río de piedra azul' };

test('a password that was stolen elsewhere is refused in words', async () => {
  const browser = new StaffBrowser(site);
  const [link = ''] = site.site.firstLinks;
  await browser.post(link, { ...ana, how: 'password' });
  const refused = await browser.post(`${link}/password`, { password: stolen });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('ya se robó en otro sitio');
  const plain = await browser.post(`${link}/password`, { password: 'ramírez-enramada' });
  expect(await plain.text()).toContain('lleva su nombre');
  await setUp(site, browser, link, ana);
});

test('a start makes links for the administrators that are missing, and those of the start before end', async () => {
  const { accounts } = site.site;
  const [, before = ''] = site.site.firstLinks;
  const [link = '', ...more] = await firstLinks(accounts);
  expect(more).toEqual([]);
  expect((await new StaffBrowser(site).get(before)).status).toBe(404);
  expect((await new StaffBrowser(site).get(link)).status).toBe(200);
  await makeStaff(site, 'Luis', [{ role: 'administrator', territory: null }]);
  expect(await firstLinks(accounts)).toEqual([]);
  expect((await new StaffBrowser(site).get(link)).status).toBe(404);
});

test('whoever reads the public trail finds what touches the outcome of that consultation, and nothing else', async () => {
  const { accounts } = site.site;
  const { account } = await makeStaff(site, 'Rosa Contreras', []);
  const about = async (subject: string, reason: string, isPublic: boolean): Promise<void> =>
    inTransaction(accounts.database, (tx) =>
      appendAudit(tx, {
        event: 'vote.extend',
        subject,
        actor: account,
        territory: places.own.territory,
        reason,
        details: { closes_at: '2026-11-22', secreto: 'no se muestra' },
        isPublic,
        now: accounts.now(),
      }),
    );
  const { id } = await accounts.database
    .selectFrom('consultations')
    .select('id')
    .where('slug', '=', places.own.consultation)
    .executeTakeFirstOrThrow();
  // While a consultation is being written, nothing of it is public.
  await about(id, 'Llovió toda la mañana.', true);
  for (const page of ['trail', 'trail.csv']) {
    expect((await site.ask(`/c/${places.own.consultation}/${page}`)).status).toBe(404);
  }
  await site.database.pool.query(`update consultations set status = 'open' where id = $1`, [id]);
  await about(places.own.contest, 'Se cayó la luz.', true);
  await about(id, 'Una nota interna.', false);
  await about(places.other.contest, 'Otra consulta.', true);
  const answer = await site.ask(`/c/${places.own.consultation}/trail`);
  const text = await answer.text();
  expect(answer.status).toBe(200);
  for (const shown of ['Llovió toda', 'Se cayó la luz', 'Rosa Contreras', 'Prolongar la votación', '2026-11-22']) {
    expect(text).toContain(shown);
  }
  for (const hidden of ['nota interna', 'Otra consulta', 'no se muestra', 'staff.example']) {
    expect(text).not.toContain(hidden);
  }
  expect((await site.ask('/c/ninguna/trail')).status).toBe(404);
  // The hours are those of the place, as on the other pages about the consultation.
  expect(text).toContain('America/Caracas');
  expect(text).not.toContain(' UTC');
  const table = await (await site.ask(`/c/${places.own.consultation}/trail.csv`)).text();
  const [head, ...lines] = table.trim().split('\r\n');
  expect(head).toBe('number,at,event,subject,who,where,why,details');
  expect(lines.map((line) => line.split(',')[2])).toEqual(['programs.served', 'vote.extend', 'vote.extend']);
  for (const hidden of ['nota interna', 'Otra consulta', 'no se muestra', 'staff.example']) {
    expect(table).not.toContain(hidden);
  }
});

test('the public trail names additions to the roll and replaced codes, and not whom or which', async () => {
  const { accounts } = site.site;
  const { account } = await makeStaff(site, 'Regina', [{ role: 'registrar', territory: places.own.territory }]);
  const second = await makeStaff(site, 'Rita', [{ role: 'registrar', territory: places.own.territory }]);
  const { id } = await accounts.database
    .selectFrom('consultations')
    .select('id')
    .where('slug', '=', places.own.consultation)
    .executeTakeFirstOrThrow();
  await site.database.pool.query(`update consultations set status = 'open' where id = $1`, [id]);
  const other = accounts.newId();
  for (const [act, subject, consultation, reason] of [
    ['roll.add', accounts.newId(), id, 'La omitieron en la lista.'],
    ['credential.replace', 'abcdef0123', id, 'Se perdió la carta.'],
    ['roll.add', accounts.newId(), other, 'De otra consulta.'],
  ] as const) {
    const territory = places.own.territory;
    await accounts.database
      .insertInto('two_person_acts')
      .values({
        ...{
          id: accounts.newId(),
          act,
          territory_id: territory,
          subject,
          body: JSON.stringify({ consultation }),
          reason,
        },
        ...{ status: 'carried_out', proposed_by: account, proposed_at: accounts.now() },
        ...{ decided_by: second.account, decided_at: accounts.now() },
      })
      .execute();
    await inTransaction(accounts.database, (tx) =>
      appendAudit(tx, {
        ...{ event: act, subject, actor: second.account, territory, reason, isPublic: true, now: accounts.now() },
        details: { version: 2, people: 1 },
      }),
    );
  }
  for (const path of ['trail', 'trail.csv']) {
    const text = await (await site.ask(`/c/${places.own.consultation}/${path}`)).text();
    for (const shown of ['La omitieron', 'Se perdió la carta'])
      expect([path, text.includes(shown)]).toEqual([path, true]);
    for (const hidden of ['De otra consulta', 'abcdef0123'])
      expect([path, text.includes(hidden)]).toEqual([path, false]);
  }
});

test('a long trail is read page by page, each line once', async () => {
  const { accounts } = site.site;
  const { account, browser } = await makeStaff(site, 'Mira', [{ role: 'observer', territory: places.other.territory }]);
  await inTransaction(accounts.database, async (tx) => {
    for (let i = 0; i < 250; i++) {
      await appendAudit(tx, {
        event: 'rule.write',
        subject: 'x',
        actor: account,
        territory: places.other.territory,
        reason: `razón ${i}.`,
        isPublic: false,
        now: accounts.now(),
      });
    }
  });
  const seen: string[] = [];
  let next: string | undefined = '/org/trail';
  while (next !== undefined) {
    const text: string = await (await browser.get(next)).text();
    seen.push(...[...text.matchAll(/razón \d+\./gu)].map(([line]) => line));
    next = /href="(\/org\/trail\?before=\d+)"/u.exec(text)?.[1];
  }
  expect(seen).toEqual(Array.from({ length: 250 }, (_, i) => `razón ${249 - i}.`));
  expect(await (await browser.get('/org/trail')).text()).toContain('href="/org/trail.csv"');
  const [headings, ...lines] = (await (await browser.get('/org/trail.csv')).text()).trimEnd().split('\r\n');
  expect(headings).toBe('number,at,event,who,where,why,details,public');
  expect(lines.flatMap((line) => /razón \d+\./u.exec(line) ?? [])).toEqual(seen);
  // Of what was done elsewhere nothing.
  expect(new Set(lines.map((line) => line.split(',')[4]))).toEqual(new Set(['sur']));
});

test('the first page lists the control rooms of the territories in which the person has a role, with the papers there', async () => {
  const [own, all] = await Promise.all([
    makeStaff(site, 'Del norte', [{ role: 'organiser', territory: places.own.territory }]),
    makeStaff(site, 'De la nación', [{ role: 'organiser', territory: places.parent.territory }]),
  ]);
  // The address of a new consultation is none of a room.
  const rooms = async (browser: StaffBrowser): Promise<readonly string[]> =>
    [...(await (await browser.get('/org')).text()).matchAll(/href="\/org\/c\/(?!new")([^"/#?]+)"/gu)]
      .map(([, slug = '']) => slug)
      .toSorted((a, b) => (a < b ? -1 : 1));
  expect(await rooms(own.browser)).toEqual(['consulta-norte']);
  expect(await rooms(all.browser)).toEqual(['consulta-nacion', 'consulta-norte', 'consulta-sur']);
});

test('what has ended is deleted, and nothing that still counts', async () => {
  const { accounts } = site.site;
  const { database } = accounts;
  await database.deleteFrom('sign_in_attempts').execute();
  await new StaffBrowser(site).post('/sign-in', { email: 'ana@enramada.example', password: 'no es esta clave' });
  const count = async (table: 'sessions' | 'sign_in_attempts'): Promise<number> =>
    (await database.selectFrom(table).selectAll().execute()).length;
  await forgetEnded(accounts);
  const sessions = await count('sessions');
  expect(sessions).toBeGreaterThan(0);
  expect(await count('sign_in_attempts')).toBe(3);
  const { browser } = await makeStaff(site, 'Activa', []);
  site.clock.now = new Date(site.clock.now.getTime() + 14 * 60_000);
  expect((await browser.get('/org')).status).toBe(200);
  site.clock.now = new Date(site.clock.now.getTime() + 14 * 60_000);
  await forgetEnded(accounts);
  expect(await count('sessions')).toBe(1);
  expect(await count('sign_in_attempts')).toBe(3);
  site.clock.now = new Date(site.clock.now.getTime() + 24 * 60 * 60_000);
  await forgetEnded(accounts);
  expect(await count('sessions')).toBe(0);
  expect(await count('sign_in_attempts')).toBe(0);
});

test('a list of stolen passwords that cannot be read stops the start', async () => {
  const nowhere = openTestSite({ settings: { breachedPasswords: join(folder, 'nowhere.txt') } });
  await expect(nowhere).rejects.toThrow(/BREACHED_PASSWORDS: ENOENT/u);
});
