import { afterAll, beforeAll, expect, test } from 'vitest';
import { translationOf } from '../../src/i18n/translation.ts';
import { makePlaces, type TestPlaces } from '../access-places.ts';
import { fromBrowser, openTestSite, type TestSite } from '../open-test-site.ts';
import { savedTable } from '../saved-table.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';
import { pageAtRest } from '../until.ts';

let site: TestSite;
let places: TestPlaces;
let registrar: StaffBrowser;
let guarantor: StaffBrowser;
let administrator: StaffBrowser;
beforeAll(async () => {
  site = await openTestSite();
  places = await makePlaces(site);
  const staff = async (role: 'registrar' | 'guarantor' | 'administrator'): Promise<StaffBrowser> =>
    (await makeStaff(site, role, [{ role, territory: null }])).browser;
  [registrar, guarantor, administrator] = await Promise.all([
    staff('registrar'),
    staff('guarantor'),
    staff('administrator'),
  ]);
});
afterAll(() => site.close());

const roll = (): string => `/org/c/${places.parent.consultation}/roll`;

async function upload(
  browser: StaffBrowser,
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = new FormData();
  form.set('file', new File([content], 'C:\\padrón <b>.csv'));
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return site.ask(path, { method: 'POST', body: form, headers: fromBrowser(site, '203.0.113.7', browser.cookie) });
}

const placeOf = (response: Response): string => new URL(response.headers.get('Location') ?? '', site.origin).pathname;

/** The page of a file once its job is done. */
const settled = (path: string): Promise<string> => pageAtRest(() => registrar.get(path));

const three = `nombre;nacimiento;territorio;cédula;prueba
Ana Pérez;03/04/1980;norte;V-1;cédula
Luz Rojas;31/12/1999;sur;;dos vecinos
José Gil;29/02/2000;norte;V-3;cédula
`;

test('a file of territories goes from its form over what it would change into the tree', async () => {
  const path = '/org/territories/import';
  expect((await upload(registrar, path, 'x')).status).toBe(403);
  const wrong = await upload(administrator, path, 'code,parent,level,name\nX,Y,sector,Norte\n');
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('El código superior “Y” no está');
  expect((await upload(administrator, path, '')).status).toBe(400);
  expect((await administrator.post(path, { file: 'x' })).status).toBe(400);
  const brought = await upload(
    administrator,
    path,
    'code,parent,level,name\nS1,norte,sector,Sector 1\nnorte,nacion,commune,El Norte\n',
  );
  expect(brought.status).toBe(303);
  const preview = await (await administrator.get(placeOf(brought))).text();
  expect(preview).toContain('Se agregarían 1 y cambiarían 1.');
  expect(preview).toContain('nombre: norte → El Norte');
  expect(placeOf(await administrator.post(placeOf(brought)))).toBe('/org/territories');
  expect((await administrator.post(placeOf(brought))).status).toBe(404);
  const found = await (await registrar.get('/org/territories?q=sector')).text();
  expect(found).toContain('Sector 1');
  const csv = await registrar.get('/org/territories/files/territories.csv');
  expect(csv.headers.get('Content-Disposition')).toContain('territories.csv');
  expect(await csv.text()).toContain('S1,norte,sector,Sector 1,\r\n');
  expect((await site.ask('/org/territories/files/territories.csv')).status).toBe(303);
});

test('a file of more than 20 MB of territories, and one cut short, are refused', async () => {
  expect((await upload(administrator, '/org/territories/import', new Uint8Array(20_000_001).fill(65))).status).toBe(
    413,
  );
  const headers = {
    ...fromBrowser(site, '203.0.113.7', administrator.cookie),
    'Content-Type': 'multipart/form-data; boundary=b',
  };
  const body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\ncode';
  expect((await site.ask('/org/territories/import', { method: 'POST', body, headers })).status).toBe(400);
});

test('a roll goes from its rule over a file and its versions to being frozen by two, all by its pages', async () => {
  expect(await (await registrar.get(roll())).text()).toContain('Decir quién puede votar');
  expect((await upload(registrar, `${roll()}/import`, three, { dates: 'dmy' })).status).toBe(409);
  const noProof = await registrar.post(`${roll()}/rule`, { minimum_age: 'quince', age_on: '2026-11-22' });
  expect(noProof.status).toBe(400);
  const text = await noProof.text();
  expect(text).toContain('href="#minimum_age"');
  expect(text).toContain('href="#proofs"');
  const rule = new URLSearchParams({ minimum_age: '15', age_on: '2026-11-22' });
  rule.append('proofs', 'identity_document');
  rule.append('proofs', 'two_neighbours');
  const headers = fromBrowser(site, '203.0.113.7', registrar.cookie);
  expect((await site.ask(`${roll()}/rule`, { method: 'POST', body: rule, headers })).status).toBe(303);

  expect((await upload(registrar, `${roll()}/import`, three)).status).toBe(400);
  const wrong = await upload(registrar, `${roll()}/import`, three, { dates: 'ymd' });
  const refused = await settled(placeOf(wrong));
  expect(refused).toContain('Hay 3 problemas.');
  expect(refused).toContain('Línea 2');
  expect(refused).toContain('padrón &lt;b>.csv');
  const table = `${placeOf(wrong)}/problems.csv`;
  expect(refused).toContain(`href="${table}"`);
  const says = translationOf('es').rolls.problem({ type: 'bad_date' });
  expect(await savedTable(registrar, table)).toEqual(
    [2, 3, 4].map((line) => ({
      ...{ line: String(line), feature: '', column: 'birth_date', found: '', problem: 'bad_date', what_to_do: says },
    })),
  );
  expect((await guarantor.get(table)).status).toBe(403);
  expect((await registrar.get(table.replace(places.parent.consultation, places.own.consultation))).status).toBe(404);
  const brought = await upload(registrar, `${roll()}/import`, three, { dates: 'dmy' });
  expect(await settled(placeOf(brought))).toContain('Entran 3, salen 0 y cambian 0.');
  await registrar.post(`${placeOf(brought)}/apply`);
  expect(await settled(placeOf(brought))).toContain('El padrón tiene una versión nueva');
  expect(await (await registrar.get(`${roll()}/versions/1`)).text()).toContain('Ana Pérez');
  expect((await registrar.get(`${roll()}/versions/9`)).status).toBe(404);
  const changes = `${roll()}/versions/1/changes.csv`;
  expect(await (await registrar.get(`${roll()}/versions/1`)).text()).toContain(`href="${changes}"`);
  const [headings, ...changed] = (await (await registrar.get(changes)).text()).trimEnd().split('\r\n');
  expect(headings).toBe('id,change,name,birth_date,told_apart,territory,territory_before');
  expect(changed).toHaveLength(3);
  expect(changed.find((line) => line.includes('Ana Pérez'))).toMatch(
    /^[0-9a-f-]{36},added,Ana Pérez,\d{4}-\d\d-\d\d,/u,
  );
  expect((await registrar.get(`${roll()}/versions/9/changes.csv`)).status).toBe(404);
  expect((await guarantor.get(changes)).status).toBe(403);
  const versions = `${roll()}/files/versions.csv`;
  expect(await (await registrar.get(roll())).text()).toContain(`href="${versions}"`);
  const [version] = await savedTable(registrar, versions);
  expect(version).toMatchObject({ version: '1', kind: 'import', added: '3', removed: '0', changed: '0', total: '3' });
  expect(version?.['file']).toBe('padrón <b>.csv');
  expect((await guarantor.get(versions)).status).toBe(403);
  const csv = await (await registrar.get(`${roll()}/files/roll.csv`)).text();
  expect(csv.split('\r\n')).toHaveLength(5);
  expect((await guarantor.get(`${roll()}/files/roll.csv`)).status).toBe(403);

  const freezing = `${roll()}/freeze`;
  expect((await registrar.post(freezing, { reason: ' ' })).status).toBe(400);
  expect(placeOf(await registrar.post(freezing, { reason: 'Termina la inscripción' }))).toBe(freezing);
  const mine = await settled(freezing);
  expect(mine).toContain('Guarde esta sal, y proponga');
  const salt = /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/u.exec(mine)?.[0] ?? '';
  const commitment = /name="commitment" value="([0-9a-f]{64})"/u.exec(mine)?.[1] ?? '';
  // Shown again to who asked, if the page was lost; and to nobody else.
  const looked = await registrar.get(freezing);
  expect(looked.headers.get('Cache-Control')).toBe('no-store');
  expect(await looked.text()).toContain(salt);
  const others = await (await guarantor.get(freezing)).text();
  expect(others).toContain('La sal la ve solo registrar');
  expect([others.includes(salt), others.includes(`${freezing}/propose`)]).toEqual([false, false]);
  // Somebody else who asks meanwhile is shown that one.
  expect(placeOf(await guarantor.post(freezing, { reason: 'Yo también' }))).toBe(freezing);
  expect((await guarantor.post(`${freezing}/propose`, { commitment })).status).toBe(409);
  const act = placeOf(await registrar.post(`${freezing}/propose`, { commitment }));
  expect(await (await registrar.get(freezing)).text()).not.toContain(salt);
  expect((await registrar.post(freezing, { reason: 'Otra vez' })).status).toBe(409);
  expect(await (await guarantor.get(act)).text()).toContain('Congelar el padrón con 3 personas');
  const agreed = await guarantor.post(act, { decision: 'agree' });
  expect(agreed.status).toBe(303);
  expect(await (await registrar.get(roll())).text()).toContain('con 3 personas. Nadie se agregó después.');
  expect((await upload(registrar, `${roll()}/import`, three, { dates: 'dmy' })).status).toBe(409);
  const addition = {
    name: 'Sol Gil',
    birth_date: '1990-01-01',
    territory: 'norte',
    proof: 'two_neighbours',
    reason: 'x',
  };
  const refusedAddition = await registrar.post(`${roll()}/add`, addition);
  expect(refusedAddition.status).toBe(409);
  expect(await refusedAddition.text()).toContain('No queda ninguna clave de reserva');
  const wrongAddition = await registrar.post(`${roll()}/add`, { ...addition, birth_date: '', territory: 'X' });
  expect(wrongAddition.status).toBe(400);
  expect(await wrongAddition.text()).toContain('href="#birth_date"');
});

test('a person asks about themselves; a stranger gets one page whatever they say', async () => {
  const path = `/c/${places.parent.consultation}/may-i-vote`;
  let from = 10;
  const ask = async (fields: Readonly<Record<string, string>>): Promise<Response> =>
    site.ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: fromBrowser(site, `203.0.113.${from++}`),
    });
  const ana = { name: 'Ana Pérez', birth_date: '1980-04-03', document: 'v1' };
  expect([(await site.ask(path)).status, (await ask(ana)).status], 'nobody while it is being written').toEqual([
    404, 404,
  ]);
  await site.database.pool.query("update consultations set status = 'frozen' where slug = $1", [
    places.parent.consultation,
  ]);
  const asking = await site.ask(path);
  expect([asking.status, (await asking.text()).includes('años cumplidos el')]).toEqual([200, true]);
  expect((await ask({ ...ana, document: '' })).status).toBe(400);
  expect(await (await ask(ana)).text()).toContain('Sí, usted puede votar');
  const strangers = [
    await ask({ ...ana, document: 'v2' }),
    await ask({ ...ana, birth_date: '1980-04-04' }),
    await ask({ name: 'Luz Rojas', birth_date: '1999-12-31', document: 'v1' }),
    await ask({ name: 'Nadie', birth_date: '1980-04-03', document: 'v1' }),
    await ask({ name: '\u0000\ud800'.toWellFormed(), birth_date: '1980-04-03', document: '\u0000x' }),
  ];
  const pages = await Promise.all(
    strangers.map(async (answer) => [answer.status, answer.headers.get('Content-Length'), await answer.text()]),
  );
  expect(new Set(pages.map((page) => JSON.stringify(page))).size).toBe(1);
  expect(pages[0]?.[2], 'it says who may vote, so that people see why they may not').toContain('años cumplidos el');
  expect((await site.ask('/c/nada/may-i-vote')).status).toBe(404);
});
