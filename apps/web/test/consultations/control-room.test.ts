import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import type { StaffBrowser } from '../staff.ts';
import { pageAtRest } from '../until.ts';
import { contestsOf, type Crew, makeCity, makeCrew, newForm, pageOf, prepareConsultation, setOf } from './prepared.ts';
import { type SmallCity, workOnMany } from './prepared.ts';

let site: TestSite;
let city: SmallCity;
let crew: Crew;
/** Papers of communes, and papers of their sectors. */
let [ofCommunes, ofSectors] = ['', ''];

beforeAll(async () => {
  site = await openTestSite();
  city = await makeCity(site);
  crew = await makeCrew(site, city.city);
  ofCommunes = await prepareConsultation(site, city, crew, 'sala');
  const rule = pageOf(await crew.organiser.post('/org/c/sala/templates', { name: 'Vereda' }));
  ofSectors = rule.split('/').at(-1) ?? '';
  const form = await read(crew.organiser, `/make/${ofSectors}`);
  const parent = /<option value="([0-9a-f-]{36})"/u.exec(form)?.[1] ?? '';
  const fields = { by: 'level', level: 'sector', inside: '', codes: '', amount: '10', parent };
  expect((await crew.organiser.post(`/org/c/sala/make/${ofSectors}`, fields)).status).toBe(303);
});
afterAll(() => site.close());

const read = async (browser: StaffBrowser, path: string): Promise<string> =>
  await (await browser.get(`/org/c/sala${path}`)).text();

const codes = (csv: string): readonly string[] =>
  csv
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[0] ?? '');

describe('papers of one template', () => {
  test('are looked at, downloaded and worked on alone', async () => {
    const page = await read(crew.observer, `?t=${ofSectors}`);
    expect(page).toContain(`<option value="${ofSectors}" selected>Vereda</option>`);
    expect(page).toContain(`<option value="${ofCommunes}">Obra</option>`);
    // Sums and files are of the same papers.
    expect(page).toContain('4 papeletas esperan a alguien');
    expect(page).toContain(`/org/c/sala?s=no_options&amp;t=${ofSectors}"`);
    expect(page).toContain(`/org/c/sala/contests.csv?t=${ofSectors}"`);
    expect(codes(await read(crew.observer, `/contests.csv?t=${ofSectors}`))).toEqual([
      ...['PS-S1', 'PS-S2', 'PS-S3', 'PS-S4'],
    ]);
    expect(codes(await read(crew.observer, `/contests.csv?t=${ofCommunes}`))).toEqual(['PS-1', 'PS-2']);
    expect(codes(await read(crew.observer, '/contests.csv'))).toHaveLength(6);

    const asked = await workOnMany(crew.organiser, `/org/c/sala/bulk/sign_waivers?t=${ofSectors}`);
    expect(asked.status).toBe(303);
    await pageAtRest(() => crew.organiser.get(pageOf(asked)));
    const { rows } = await site.database.pool.query<{ template_id: string; signed: number }>(
      `select template_id, count(small_electorate_waiver)::int as signed from contests group by 1`,
    );
    expect(new Map(rows.map(({ template_id, signed }) => [template_id, signed]))).toEqual(
      new Map([
        [ofCommunes, 0],
        [ofSectors, 4],
      ]),
    );
  });

  test('say how the whole is prepared, not how they are', async () => {
    const steps = (page: string): string => /<table class="steps">[\s\S]*?<\/table>/u.exec(page)?.[0] ?? '';
    const all = await read(crew.organiser, '');
    expect(steps(all)).toMatch(/Opciones<\/a>[\s\S]*?Falta/u);
    expect(steps(await read(crew.organiser, `?t=${ofCommunes}`))).toBe(steps(all));
  });

  test('are no filter of a consultation with one template', async () => {
    await crew.organiser.post(`/org/c/new/${city.city}`, newForm(site, 'una'));
    await crew.organiser.post('/org/c/una/templates', { name: 'Obra' });
    expect(await (await crew.organiser.get('/org/c/una')).text()).not.toContain('name="t"');
    expect(await read(crew.organiser, '')).toContain('name="t"');
  });
});

describe('territories of the control room', () => {
  const choices = (page: string): string => /<select[^>]*name="r"[\s\S]*?<\/select>/u.exec(page)?.[0] ?? '';
  const offered = (page: string): readonly string[] =>
    [...choices(page).matchAll(/<option value(?:="([^"]*)")?/gu)].map(([, value = '']) => value);

  test('are gone down level by level, and up again', async () => {
    const [north = '', south = ''] = city.communes;
    const [first = '', second = ''] = city.sectors;
    const top = await read(crew.observer, '');
    expect(offered(top)).toEqual(['', north, south]);
    const commune = await read(crew.observer, `?r=${north}`);
    expect(offered(commune)).toEqual(['', north, first, second]);
    expect(choices(commune)).toContain(`<option value="${north}" selected>`);
    expect(choices(commune)).toContain('<optgroup label="La Enramada">');
    expect(await contestsOf(crew.observer, 'sala', `?r=${north}`)).toHaveLength(3);
    const sector = await read(crew.observer, `?r=${first}`);
    expect(offered(sector)).toEqual(['', north, first]);
    expect(choices(sector)).toContain(`<option value="${first}" selected>`);
    expect(await contestsOf(crew.observer, 'sala', `?r=${first}`)).toHaveLength(1);
  });

  test('are left again where nothing is left in', async () => {
    const [first = ''] = city.sectors;
    const page = await read(crew.observer, `?r=${first}&t=${ofCommunes}&s=approval`);
    expect(page).toContain('Ninguna papeleta es así.');
    expect(offered(page)).toContain('');
    expect(page).toContain('<option value="approval" selected>Opciones sin aprobar</option>');
  });

  test('are offered to people of a part only where their papers are', async () => {
    const [north = '', south = ''] = city.communes;
    const commune = await makeCrew(site, north);
    expect(offered(await read(commune.observer, ''))).toEqual(['', north]);
    expect(offered(await read(commune.observer, `?r=${south}`))).toEqual(['', south]);
  });
});

describe('a work on many contests', () => {
  const address = '/org/c/sala/bulk/approve_options?s=approval';
  const waits = (code: string): Promise<unknown> =>
    site.database.pool.query(
      `update options o set approved_at = null, approved_by = null from contests k join territories t on t.id = k.territory_id
       where k.id = o.contest_id and t.code = $1`,
      [code],
    );
  const pending = async (): Promise<number | undefined> =>
    (await site.database.pool.query<{ n: number }>('select count(*)::int as n from options where approved_at is null'))
      .rows[0]?.n;

  test('is not done to as many others', async () => {
    await waits('PS-1');
    const before = await (await crew.reviewer.get(address)).text();
    expect(before).toContain('Aprobar sus opciones: una papeleta');
    expect(before).toContain('La Enramada');
    const [gone = ''] = await contestsOf(crew.observer, 'sala', '?s=approval');
    await crew.reviewer.post(`/org/c/sala/contests/${gone}/approve`);
    await waits('PS-2');

    const refused = await crew.reviewer.post(address, { set: setOf(before) });
    expect(refused.status).toBe(409);
    const now = await refused.text();
    expect(now).toContain('Las papeletas del filtro ya no son las que usted vio.');
    expect(now).toContain('Los Tres Puentes');
    expect(now).not.toContain('La Enramada');
    expect(await pending()).toBe(3);

    const asked = await crew.reviewer.post(address, { set: setOf(now) });
    expect(asked.status).toBe(303);
    await pageAtRest(() => crew.reviewer.get(pageOf(asked)));
    expect(await pending()).toBe(0);
  });

  test('is not done without saying to which', async () => {
    await waits('PS-2');
    for (const fields of [{}, { set: '1' }, { expected: '1' }]) {
      expect((await crew.reviewer.post(address, fields)).status).toBe(409);
    }
    expect(await pending()).toBe(3);
  });
});
