import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlaces, type TestPlaces } from '../access-places.ts';
import { followLinks } from '../observers/followed-links.ts';
import { fromBrowser, openTestSite, type TestSite } from '../open-test-site.ts';
import { savedTable } from '../saved-table.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';
import { pageAtRest } from '../until.ts';

/** A nation whose roll comes from the registrars of its communes: what each sees and does, and what of the others not. */

let site: TestSite;
let places: TestPlaces;
let whole: StaffBrowser;
let north: StaffBrowser;
let south: StaffBrowser;
beforeAll(async () => {
  site = await openTestSite();
  places = await makePlaces(site);
  const registrar = async (name: string, ...territories: readonly string[]): Promise<StaffBrowser> => {
    const grants = territories.map((territory) => ({ role: 'registrar' as const, territory }));
    return (await makeStaff(site, name, grants)).browser;
  };
  const { parent, own, other } = places;
  // Neither commune has a contest of its own: their people vote in the nation's.
  whole = await registrar('Regina', parent.territory);
  north = await registrar('Norma Norte', own.territory);
  south = await registrar('Sonia Sur', other.territory);
});
afterAll(() => site.close());

const roll = (): string => `/org/c/${places.parent.consultation}/roll`;
const part = (of: 'own' | 'other'): string => `${roll()}/parts/${places[of].territory}`;
const placeOf = (response: Response): string => new URL(response.headers.get('Location') ?? '', site.origin).pathname;
const textOf = async (browser: StaffBrowser, path: string): Promise<string> => (await browser.get(path)).text();

/** Hands a file in where its form stands. */
async function bring(
  browser: StaffBrowser,
  place: string,
  lines: readonly string[],
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = new FormData();
  form.set(
    'file',
    new File(
      [`nombre;nacimiento;territorio;cédula;prueba\n${lines.join('\n')}\n`],
      `${lines.length}-${place.slice(-40, -7)}.csv`,
    ),
  );
  for (const [name, value] of Object.entries({ dates: 'dmy', ...fields })) form.set(name, value);
  const headers = fromBrowser(site, '203.0.113.7', browser.cookie);
  return await site.ask(`${place}/import`, { method: 'POST', body: form, headers });
}

const settled = (browser: StaffBrowser, path: string): Promise<string> => pageAtRest(() => browser.get(path));

/** What waits for somebody in this consultation, as addresses. */
async function tasksOf(browser: StaffBrowser): Promise<readonly string[]> {
  const { text, broken } = await followLinks(site, '/org', browser.cookie);
  expect(broken).toEqual([]);
  const [, list = ''] = /<section[^>]* id="tasks"[^>]*>([\s\S]*?)<\/section>/u.exec(text) ?? [];
  const prefix = `/org/c/${places.parent.consultation}`;
  return [...list.matchAll(/<th scope="row"><a href="([^"]+)">/gu)].flatMap(([, href = '']) =>
    href.startsWith(`${prefix}/roll`) ? [href.slice(prefix.length)] : [],
  );
}

const ana = 'Ana Pérez;03/04/1980;norte;V-1;cédula';
const luz = 'Luz Rojas;31/12/1999;sur;;dos vecinos';

test('before anybody said who may vote, the page of a part says who does, and offers nothing', async () => {
  const page = await textOf(north, part('own'));
  expect(page).toContain('Todavía no se dijo quién puede votar.');
  expect(page).not.toContain('/import"');
  expect(await tasksOf(north)).toEqual([]);
  const early = await bring(north, part('own'), [ana]);
  expect([early.status, (await early.text()).includes('Lo dice el registro de toda la consulta.')]).toEqual([
    409,
    true,
  ]);
  const rule = new URLSearchParams({ minimum_age: '15', age_on: '2026-11-22' });
  rule.append('proofs', 'identity_document');
  rule.append('proofs', 'two_neighbours');
  expect((await north.send(`${roll()}/rule`, rule)).status).toBe(403);
  expect((await whole.send(`${roll()}/rule`, rule)).status).toBe(303);
});

test('a registrar of a commune is led from the tasks to its part, where no link leads to a refusal', async () => {
  expect(await tasksOf(north)).toEqual(['/roll']);
  expect(placeOf(await north.get(roll()))).toBe(part('own'));
  for (const path of [
    `/org/c/${places.parent.consultation}`,
    part('own'),
    `${part('own')}/import`,
    `${roll()}/parts`,
  ]) {
    expect([path, (await followLinks(site, path, north.cookie)).broken]).toEqual([path, []]);
  }
  const room = await textOf(north, `/org/c/${places.parent.consultation}`);
  expect([room.includes(`href="${roll()}"`), room.includes('Su territorio no tiene papeletas propias')]).toEqual([
    true,
    true,
  ]);
});

test('two communes bring theirs at once, each goes its own way, and neither learns anything of the other', async () => {
  const outside = await bring(north, part('own'), [ana, luz]);
  const refused = await settled(north, placeOf(outside));
  expect(refused).toContain('El código “sur” no es de ningún territorio de aquí.');
  expect(refused).toContain(`href="${part('own')}/import"`);
  expect(await savedTable(north, `${placeOf(outside)}/problems.csv`)).toMatchObject([
    { line: '3', problem: 'unknown_territory' },
  ]);

  const [ofNorth, ofSouth] = [await bring(north, part('own'), [ana]), await bring(south, part('other'), [luz])];
  const [first, second] = [placeOf(ofNorth), placeOf(ofSouth)];
  expect(await settled(north, first)).toContain('Entran 1, salen 0 y cambian 0.');
  expect(await settled(south, second)).toContain('Entran 1, salen 0 y cambian 0.');
  expect(await tasksOf(north)).toEqual([first.replace(`/org/c/${places.parent.consultation}`, '')]);
  expect(await tasksOf(whole)).toEqual(['/roll']);
  const rollOfWhole = await textOf(whole, roll());
  for (const file of [first, second]) expect(rollOfWhole).toContain(`href="${file}"`);

  for (const path of [second, `${second}/problems.csv`, part('other'), `${part('other')}/files/roll.csv`]) {
    expect([path, (await north.get(path)).status]).toEqual([path, 403]);
  }
  for (const act of ['apply', 'withdraw']) expect((await north.post(`${second}/${act}`)).status).toBe(403);
  expect(await settled(south, second)).toContain(`action="${second}/apply"`);

  await north.post(`${first}/apply`);
  expect(await settled(north, first)).toContain('El padrón tiene una versión nueva');
  await south.post(`${second}/apply`);
  expect(await settled(south, second)).toContain('El padrón tiene una versión nueva');

  const names = (text: string): readonly boolean[] => ['Ana Pérez', 'Luz Rojas'].map((name) => text.includes(name));
  expect(names(await textOf(north, `${part('own')}/files/roll.csv`))).toEqual([true, false]);
  expect(names(await textOf(whole, `${roll()}/files/roll.csv`))).toEqual([true, true]);
  expect(names(await textOf(north, `${roll()}/versions/1`))).toEqual([true, false]);
  expect(await textOf(north, `${roll()}/versions/1`)).not.toContain('<dt>Total</dt>');
  expect(names(await textOf(north, `${roll()}/versions/1/changes.csv`))).toEqual([true, false]);
  for (const path of ['/versions/2', '/versions/2/changes.csv', '/files/roll.csv', '/files/versions.csv']) {
    expect([path, (await north.get(`${roll()}${path}`)).status]).toEqual([path, 403]);
  }
  const page = await textOf(north, part('own'));
  expect(page).toContain('Hay 1 persona de este territorio en el padrón.');
  expect([page.includes('/versions/1"'), page.includes('/versions/2"'), page.includes('Sonia')]).toEqual([
    true,
    false,
    false,
  ]);
  const [row, ...others] = await savedTable(north, `${part('own')}/files/versions.csv`);
  expect([row?.['version'], Object.keys(row ?? {}).includes('total'), others]).toEqual(['1', false, []]);
});

test('somebody who is on the roll elsewhere is told without the place, but to whoever keeps the whole', async () => {
  const twice = placeOf(
    await bring(south, part('other'), [luz, 'ana perez;03/04/1980;sur;;cédula', 'Otra;01/01/1990;sur;v1;cédula']),
  );
  const text = await settled(south, twice);
  expect(text).toContain('Hay 2 problemas.');
  expect(text).toContain('ya está en el padrón de otro territorio');
  const told = await textOf(south, `${twice}/problems.csv`);
  for (const says of [text, told]) expect(says).not.toContain('“norte”');
  expect(await savedTable(south, `${twice}/problems.csv`)).toMatchObject([
    { line: '3', problem: 'elsewhere', found: '' },
    { line: '4', problem: 'elsewhere', found: '' },
  ]);
  expect(await textOf(whole, twice)).toContain('“norte”');
  expect(await savedTable(whole, `${twice}/problems.csv`)).toMatchObject([{ found: 'norte' }, { found: 'norte' }]);
});

test('whatever a form says, a file brought at the place of a part changes that part alone', async () => {
  for (const code of ['sur', 'nacion']) {
    const lured = await bring(north, `${part('own')}`, [luz], { part: code, territory: places.other.territory });
    expect([code, lured.status, (await lured.text()).includes('dentro de norte')]).toEqual([code, 400, true]);
  }
  const lured = await bring(north, part('own'), [luz], { territory: places.other.territory });
  expect(await settled(north, placeOf(lured))).toContain('no es de ningún territorio de aquí');
  expect((await bring(north, part('other'), [luz])).status).toBe(403);
  expect((await bring(north, roll(), [ana], { part: 'norte' })).status).toBe(403);
});

test('the list says which parts are in, each registrar of their own alone', async () => {
  const east = randomUUID();
  await site.database.pool.query(
    `insert into territories (id, parent_id, level, code, name, path)
     select $1::uuid, id, 'commune', 'este', 'Este', path || $1::uuid from territories where code = 'nacion'`,
    [east],
  );
  await makeStaff(site, 'Esther', [{ role: 'registrar', territory: east }]);
  const list = await textOf(whole, `${roll()}/parts`);
  expect(list).toContain('Hay gente de 2 de 3 territorios.');
  expect([...list.matchAll(/roll\/parts\/[^"]+">([^<]+)</gu)].map(([, name]) => name)).toEqual([
    'Este',
    'norte',
    'sur',
  ]);
  const own = await textOf(north, `${roll()}/parts`);
  expect([own.includes('Hay gente de 1 de 1 territorio.'), own.includes('sur<'), own.includes('Sonia')]).toEqual([
    true,
    false,
    false,
  ]);
  const column = async (browser: StaffBrowser): Promise<readonly (string | undefined)[]> =>
    (await savedTable(browser, `${roll()}/files/parts.csv`)).map((row) => `${row['territory']} ${row['people']}`);
  expect([await column(whole), await column(north)]).toEqual([['este 0', 'norte 1', 'sur 1'], ['norte 1']]);
  expect(await textOf(whole, roll())).toContain('Hay gente de 2 de 3 territorios.');
});

test('whoever keeps two parts finds the list, and whoever keeps none is refused', async () => {
  const both = (
    await makeStaff(site, 'Ambas', [
      { role: 'registrar', territory: places.own.territory },
      { role: 'registrar', territory: places.other.territory },
    ])
  ).browser;
  expect(placeOf(await both.get(roll()))).toBe(`${roll()}/parts`);
  expect(await textOf(both, `${roll()}/parts`)).toContain('Hay gente de 2 de 2 territorios.');
  const other = (await makeStaff(site, 'Otra cosa', [{ role: 'observer', territory: places.own.territory }])).browser;
  for (const path of [roll(), `${roll()}/parts`, part('own')]) expect((await other.get(path)).status).toBe(403);
});

test('a frozen roll is changed by nobody of a part, and its page says who may', async () => {
  await site.database.pool.query(
    `update rolls set status = 'frozen', frozen_at = now(), frozen_version = 2, frozen_count = 2, commitment = $1`,
    ['a'.repeat(64)],
  );
  const page = await textOf(north, part('own'));
  expect(page).toContain('De este territorio hay 1 persona.');
  expect(page).not.toContain('/import"');
  const late = await bring(north, part('own'), [ana]);
  expect([late.status, (await late.text()).includes('El padrón está congelado.')]).toEqual([409, true]);
  for (const path of ['/add', '/freeze', '/unfreeze', '/rule']) {
    expect([path, (await north.get(`${roll()}${path}`)).status]).toEqual([path, 403]);
  }
  expect(await tasksOf(north)).toEqual([]);
});
