import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bring, contestsOf, freeze, openCity, pageOf, prepareConsultation } from './prepared.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

const rows = async (text: string, ...values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(text, [...values])).rows;

/** The options of a contest: number, title, and whether it is approved. */
const optionsIn = async (contest: string): Promise<readonly unknown[]> =>
  (await rows('select number, title, approved_at from options where contest_id = $1 order by number', contest)).map(
    ({ number, title, approved_at: at }) => [number, title, at !== null],
  );

const three = [
  [1, 'Pozo y bomba', true],
  [2, 'Techo del mercado', true],
  [3, 'Luces en la cancha', true],
];
const well = {
  number: '1',
  title: 'Pozo y bomba',
  summary: 'Agua limpia',
  cost: '1000',
  place: 'Centro',
  theme: 'agua',
};

describe('an option of one paper', () => {
  let address: string;
  let contest: string;
  beforeAll(async () => {
    await prepareConsultation(site, city, crew, 'una');
    [contest = ''] = await contestsOf(crew.organiser, 'una');
    address = `/org/c/una/contests/${contest}`;
  });
  const post = (path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> =>
    crew.organiser.post(`${address}/options/${path}`, fields);

  test('is typed into a form, read as a table is read, and waits for its approval', async () => {
    expect(await (await crew.organiser.get(address)).text()).toContain(`${address}/options/new`);
    expect((await crew.reviewer.post(`${address}/options/new`, well)).status).toBe(403);
    const added = await post('new', {
      ...well,
      number: '12',
      title: ' Plaza  ',
      cost: '12,5',
      summary: 'Sombra\r\ny bancos',
    });
    expect(pageOf(added)).toBe(`${address}?done=saved`);
    expect(await optionsIn(contest)).toEqual([...three, [12, 'Plaza', false]]);
    const form = await (await crew.organiser.get(`${address}/options/12`)).text();
    expect(form).toContain('value="12.50"');
    const [line] = await rows(
      "select details from audit_trail where event = 'contest.write' order by number desc limit 1",
    );
    expect(line?.['details']).toMatchObject({
      contest,
      before: null,
      after: { number: 12, cost: '1250', summary: 'Sombra y bancos' },
    });
  });

  test('keeps its approval as long as nothing of it changes, and loses it with a correction', async () => {
    expect((await post('1', { ...well, cost: '1000,00' })).status).toBe(303);
    expect((await optionsIn(contest)).slice(0, 3)).toEqual(three);
    expect((await post('1', { ...well, title: 'Pozo', number: '7' })).status).toBe(303);
    expect(await optionsIn(contest)).toEqual([...three.slice(1), [7, 'Pozo', false], [12, 'Plaza', false]]);
    expect((await post('7', well)).status).toBe(303);
    expect((await optionsIn(contest))[0]).toEqual([1, 'Pozo y bomba', false]);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['new', { ...well, number: '3', title: 'Otra' }, 'href="#number"'],
    ['new', { ...well, number: '4', title: 'Luces en la cancha' }, 'La opción 3 ya tiene ese título'],
    ['new', { ...well, number: '4', title: 'LUCES en la саncha' }, 'La opción 3 ya tiene ese título'],
    ['new', { ...well, number: '4', title: 'Po\u200bzo' }, 'un signo que no se ve: U+200B'],
    ['3', { ...well, number: '2', title: 'Luces' }, 'Ya hay una opción con el número 2'],
    ['new', { ...well, number: 'x' }, 'href="#number"'],
    ['new', { ...well, number: '4', title: '' }, 'href="#title"'],
    ['new', { ...well, number: '4', title: 'x'.repeat(61) }, 'hasta 60 signos'],
    ['new', { ...well, number: '4', title: 'Po\u202ezo' }, 'un signo que no se ve: U+202E'],
    ['new', { ...well, number: '4', title: 'Cara', cost: '1.000,00' }, 'href="#cost"'],
  ])('to %s is refused at its control: %o', async (path, fields, says) => {
    const before = await optionsIn(contest);
    const refused = await post(path, fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(says);
    expect(await optionsIn(contest)).toEqual(before);
  });

  test('is taken out, and its number is free', async () => {
    expect((await post('12/remove')).status).toBe(303);
    expect((await post('12/remove')).status).toBe(404);
    expect((await optionsIn(contest)).map((option) => Array.isArray(option) && option[0])).toEqual([1, 2, 3]);
    expect((await post('12', well)).status).toBe(404);
    expect((await crew.organiser.get(`${address}/options/12`)).status).toBe(404);
  });

  test('belongs to the paper that its address names', async () => {
    await prepareConsultation(site, city, crew, 'ajena');
    expect((await crew.organiser.get(`/org/c/ajena/contests/${contest}/options/new`)).status).toBe(404);
    expect((await crew.organiser.post(`/org/c/ajena/contests/${contest}/options/1/remove`)).status).toBe(404);
    expect((await optionsIn(contest)).length).toBe(3);
  });

  test('takes back the word that its paper is ready', async () => {
    const ready = (): Promise<unknown> => rows("update contests set status = 'ready' where id = $1", contest);
    const status = async (): Promise<unknown> => (await rows('select status from contests where id = $1', contest))[0];
    await ready();
    await post('new', { ...well, number: '5', title: 'Banco' });
    expect(await status()).toEqual({ status: 'draft' });
    await ready();
    await post('5/remove');
    expect(await status()).toEqual({ status: 'draft' });
  });

  test('is called in each language of its consultation, typed or from a table, and read in that of the page', async () => {
    const both = { languages: 'es en', title_es: 'Consulta', title_en: 'A vote' };
    expect((await crew.organiser.post('/org/c/una/calendar/title', both)).status).toBe(303);
    await crew.reviewer.post(`${address}/approve`);
    const form = await (await crew.organiser.get(`${address}/options/1`)).text();
    for (const name of ['name="title_en"', 'name="summary_en"', 'Título en español']) expect(form).toContain(name);
    expect((await post('1', { ...well, title_en: 'Well and pump', summary_en: 'Clean water' })).status).toBe(303);
    expect((await optionsIn(contest))[0]).toEqual([1, 'Pozo y bomba', false]);
    expect(await (await crew.organiser.get(`${address}/options/1`)).text()).toContain('value="Well and pump"');
    const english = await (await crew.organiser.get(`${address}?lang=en`)).text();
    expect(english).toContain(
      '<b lang="es" dir="auto">Pozo y bomba</b><span class="told" dir="auto">Well and pump</span>',
    );
    expect(english).toContain('<small dir="auto">Clean water');
    expect(english).toContain('<b lang="es" dir="auto">Techo del mercado</b>');
    const spanish = await (await crew.organiser.get(`${address}?lang=es`)).text();
    expect(spanish).toContain('<b dir="auto">Pozo y bomba</b><small dir="auto">Agua limpia');
    const alike = await post('2', { ...well, number: '2', title: 'Techo', title_en: 'WELL and pump' });
    expect(await alike.text()).toContain('La opción 1 ya tiene ese título');

    const table = await (await crew.organiser.get('/org/c/una/options.csv')).text();
    expect(table.split('\r\n')[0]).toContain('title_en,summary_en');
    const [{ id: template } = { id: '' }] = await rows(
      'select m.id from contest_templates m join contests k on k.template_id = m.id where k.id = $1',
      contest,
    );
    await crew.reviewer.post(`${address}/approve`);
    const file = { content: table, name: 'opciones.csv' };
    const again = await bring(site, crew.organiser, '/org/c/una/options', file, { template: String(template) });
    expect(again.status).toBe(200);
    // What was saved and loaded again is what stood there: nothing lost its approval.
    expect((await optionsIn(contest))[0]).toEqual([1, 'Pozo y bomba', true]);
    const less = await crew.organiser.post('/org/c/una/calendar/title', { languages: 'es', title_es: 'Consulta' });
    expect(less.status).toBe(409);
    expect(await less.text()).toContain('Las opciones ya están escritas en esos idiomas');
    const other = await crew.organiser.post('/org/c/ajena/calendar/title', { languages: 'en', title_en: 'A vote' });
    expect(other.status).toBe(409);
  });

  test('in another language is part of what two guarantors freeze', async () => {
    const frozen = async (): Promise<string> => {
      const page = await (await crew.guarantor.get('/org/c/una/freeze')).text();
      return /Huella de todo[\s\S]*?([0-9a-f]{64})/u.exec(page)?.[1] ?? '';
    };
    const before = await frozen();
    expect(before).not.toBe('');
    await rows('update options set titles = \'{"en": "Well"}\' where contest_id = $1 and number = 1', contest);
    expect(await frozen()).not.toBe(before);
  });

  test('cannot be changed by one person once the rule is frozen', async () => {
    await crew.reviewer.post(`${address}/approve`);
    expect((await freeze(crew, 'una')).status).toBe(303);
    for (const path of ['new', '1', '1/remove']) {
      expect((await post(path, { ...well, number: '9', title: 'Tarde' })).status).toBe(409);
    }
    expect((await crew.organiser.get(`${address}/options/new`)).status).toBe(404);
    expect(await optionsIn(contest)).toEqual(three);
    expect(await (await crew.organiser.get(address)).text()).not.toContain('/options/new');
  });
});
