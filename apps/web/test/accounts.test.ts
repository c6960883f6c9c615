import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from './open-test-site.ts';
import { makeStaff, type Person, setUp, signInAs, StaffBrowser } from './staff.ts';

/** A small installation from its first start on: each test goes on where the one before ended. */

let site: TestSite;
let ana: StaffBrowser;
let luis: StaffBrowser;
let anasAccount: Person;
let luisAccount: Person;

beforeAll(async () => {
  site = await openTestSite();
  ana = new StaffBrowser(site, '203.0.113.1');
  luis = new StaffBrowser(site, '203.0.113.2');
});
afterAll(() => site.close());

const linkIn = async (answer: Response): Promise<string> => {
  const found = /\/set-up\/[\w-]{43}/u.exec(await answer.text())?.[0];
  invariant(found !== undefined, 'the page shows a link');
  return found;
};
const pageOf = (answer: Response): string => answer.headers.get('Location') ?? `no redirect: ${answer.status}`;

test('a new installation is begun by two people with a link each, which works once', async () => {
  const [one = '', two = '', ...more] = site.site.firstLinks;
  expect(more).toEqual([]);
  const anas = { name: 'Ana Ramírez', email: 'ana@enramada.example', password: 'mango verde con sal' };
  anasAccount = await setUp(site, ana, one, anas);
  expect((await ana.get('/org')).status).toBe(200);
  expect((await new StaffBrowser(site).get(one)).status).toBe(404);
  const again = { name: 'Eva', email: 'eva@x.example', how: 'password' };
  expect((await new StaffBrowser(site).post(one, again)).status).toBe(404);
  expect((await new StaffBrowser(site).post(`${one}/password`, { password: 'otra clave larga' })).status).toBe(404);
  const luiss = { name: 'Luis Ortega', email: 'luis@enramada.example', password: 'río de piedra azul' };
  luisAccount = await setUp(site, luis, two, luiss);
  expect((await luis.get('/org/people')).status).toBe(200);
});

test('a link is good for a week', async () => {
  const link = await linkIn(await ana.post('/org/people/invite', { name: 'Tarde', email: 'tarde@enramada.example' }));
  const now = site.clock.now;
  site.clock.now = new Date(now.getTime() + 7 * 24 * 3_600_000 - 1000);
  expect((await new StaffBrowser(site).get(link)).status).toBe(200);
  site.clock.now = new Date(now.getTime() + 7 * 24 * 3_600_000);
  expect((await new StaffBrowser(site).get(link)).status).toBe(404);
  site.clock.now = now;
});

test('a person is invited, and gets a role when two administrators agree', async () => {
  const link = await linkIn(await ana.post('/org/people/invite', { name: 'Rosa', email: 'Rosa@Enramada.example' }));
  const rosa = new StaffBrowser(site, '203.0.113.3');
  const rosas = { name: '', email: 'rosa@enramada.example', password: 'tres gatos en fila' };
  const person = await setUp(site, rosa, link, rosas);
  expect(await (await rosa.get('/org')).text()).toContain('todavía no tiene ningún papel');
  expect((await rosa.get('/org/people')).status).toBe(403);

  const asked = { role: 'observer', territory: '', reason: 'Observa por la escuela.' };
  const proposed = await ana.post(`/org/people/${person.account}/grant`, asked);
  const act = pageOf(proposed);
  expect(act).toMatch(/^\/org\/acts\/[0-9a-f-]{36}$/u);
  expect((await ana.post(`/org/people/${person.account}/grant`, asked)).status).toBe(422);
  // Who proposed does not decide, and who has no part in it does not even see it.
  expect((await ana.post(act, { decision: 'agree' })).status).toBe(403);
  expect((await rosa.post(act, { decision: 'agree' })).status).toBe(404);
  expect(await (await luis.get('/org')).text()).toContain(act);
  const shown = await (await luis.get(act)).text();
  expect(shown).toContain('Dar a Rosa el papel de Observación');
  expect(shown).toContain('Observa por la escuela.');
  expect((await luis.post(act, { decision: 'decline', reason: '' })).status).toBe(422);
  expect(pageOf(await luis.post(act, { decision: 'agree' }))).toBe(act);
  expect((await luis.post(act, { decision: 'agree' })).status).toBe(409);

  // The session from before the role is over.
  expect(pageOf(await rosa.get('/org'))).toBe('/sign-in?back=%2Forg');
  expect(pageOf(await signInAs(site, rosa, person))).toBe('/org');
  for (const path of ['/org/people', '/org/trail', '/org/acts', act]) expect((await rosa.get(path)).status).toBe(200);
  expect((await rosa.get('/org/people/invite')).status).toBe(403);
  const trail = await (await rosa.get('/org/trail')).text();
  for (const words of ['Dar un papel', 'Acto propuesto', 'Luis Ortega', 'Observa por la escuela.']) {
    expect(trail).toContain(words);
  }
});

test('roles that are kept apart are refused when proposed, with the reason', async () => {
  const { account } = await makeStaff(site, 'Marta', [{ role: 'trustee', territory: null }]);
  const asked = { role: 'organiser', territory: '', reason: 'Falta gente.' };
  const answer = await ana.post(`/org/people/${account}/grant`, asked);
  expect(answer.status).toBe(422);
  const text = await answer.text();
  expect(text).toContain('“Organización” y “Custodia de la clave”');
  expect(text).toContain('Falta gente.');
  expect((await ana.post(`/org/people/${account}/grant`, { ...asked, territory: 'NADA' })).status).toBe(422);
});

test('an account is recovered with a link that one administrator saw and a code that the other did', async () => {
  const { account, browser } = await makeStaff(site, 'Pedro', [{ role: 'reviewer', territory: null }]);
  expect((await browser.get('/org')).status).toBe(200);
  const proposed = await ana.post(`/org/people/${account}/recover`, { reason: 'Perdió el teléfono.' });
  const shown = await proposed.text();
  const spoken = />([0-9A-Z]{5}-[0-9A-Z]{5})</u.exec(shown)?.[1] ?? '';
  const act = /\/org\/acts\/[0-9a-f-]{36}/u.exec(shown)?.[0] ?? '';
  expect(shown).not.toContain('/set-up/');
  const link = await linkIn(await luis.post(act, { decision: 'agree' }));
  expect(await (await luis.get(act)).text()).not.toContain('/set-up/');
  expect((await browser.get('/org')).status).toBe(303);

  const pedro = new StaffBrowser(site, '203.0.113.4');
  expect((await pedro.post(link, { how: 'password', spoken: 'AAAAA-AAAAA' })).status).toBe(422);
  expect(pageOf(await pedro.get(`${link}/password`))).toBe(link);
  expect((await pedro.post(`${link}/password`, { password: 'cuatro perros sin fila' })).status).toBe(404);
  const again = { name: '', email: `${account}@staff.example`, password: 'cuatro perros sin fila' };
  await setUp(site, pedro, link, { ...again, spoken: spoken.toLowerCase().replace('-', ' ') });
  expect((await pedro.get('/org/people')).status).toBe(200);
});

test('an account is closed by two, its sessions end, and it is never one of the last two administrators', async () => {
  const { account, browser } = await makeStaff(site, 'Iris', [{ role: 'observer', territory: null }]);
  const act = pageOf(await ana.post(`/org/people/${account}/close`, { reason: 'Se mudó.' }));
  expect(pageOf(await luis.post(act, { decision: 'agree' }))).toBe(act);
  expect((await browser.get('/org')).status).toBe(303);
  const last = pageOf(await ana.post(`/org/people/${luisAccount.account}/close`, { reason: 'Prueba.' }));
  const refused = await luis.post(last, { decision: 'agree' });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('menos de dos personas de administración');
  expect(pageOf(await ana.post(last, { decision: 'withdraw' }))).toBe(last);
});

test('a role ends when two agree', async () => {
  const { account } = await makeStaff(site, 'Nora', [{ role: 'observer', territory: null }]);
  const page = await (await ana.get(`/org/people/${account}`)).text();
  const grant = /end\?grant=([0-9a-f-]{36})/u.exec(page)?.[1] ?? '';
  expect((await ana.get(`/org/people/${account}/end?grant=${grant}`)).status).toBe(200);
  expect((await ana.get(`/org/people/${anasAccount.account}/end?grant=${grant}`)).status).toBe(404);
  const act = pageOf(await ana.post(`/org/people/${account}/end`, { grant, reason: 'Terminó.' }));
  expect(pageOf(await luis.post(act, { decision: 'agree' }))).toBe(act);
  expect(await (await ana.get(`/org/people/${account}`)).text()).toContain('Sin papel');
});

test('signing out everywhere ends every session of the person and of nobody else', async () => {
  const other = new StaffBrowser(site, '203.0.113.5');
  expect(pageOf(await signInAs(site, other, anasAccount))).toBe('/org');
  expect(pageOf(await other.post('/org/sign-out-everywhere'))).toBe('/signed-out');
  expect((await other.get('/org')).status).toBe(303);
  expect((await ana.get('/org')).status).toBe(303);
  expect((await luis.get('/org')).status).toBe(200);
});
