import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settled } from '../open-test-site.ts';
import { savedTable } from '../saved-table.ts';
import { pageAtRest } from '../until.ts';
import { bring, contestsOf, freeze, inDays, makeCrew, newForm, openCity, pageOf } from './prepared.ts';
import { prepareConsultation, setOf } from './prepared.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;

describe('a new consultation', () => {
  test('is made by who organises its territory, and by nobody else', async () => {
    const offered = await (await crew.organiser.get('/org/c/new')).text();
    expect(offered).toContain(`/org/c/new/${city.city}`);
    expect(await (await crew.observer.get('/org/c/new')).text()).not.toContain(city.city);
    expect((await crew.observer.post(`/org/c/new/${city.city}`, newForm(site, 'ajena'))).status).toBe(403);
    expect((await crew.guarantor.post(`/org/c/new/${city.city}`, newForm(site, 'ajena'))).status).toBe(403);
    const made = await crew.organiser.post(`/org/c/new/${city.city}`, newForm(site, 'primera', '1000,50'));
    expect(pageOf(made)).toBe('/org/c/primera');
    expect(
      await rows(
        "select amount from envelopes e join consultations c on c.id = e.consultation_id where slug = 'primera'",
      ),
    ).toEqual([{ amount: '100050' }]);
    const [line] = await rows("select event, is_public from audit_trail where details->>'created' = 'primera'");
    expect(line).toEqual({ event: 'consultation.write', is_public: false });
  });

  test('tells everything that is wrong in its form at once, and keeps what was typed', async () => {
    const answer = await crew.organiser.post(`/org/c/new/${city.city}`, {
      ...newForm(site, 'Mal Escrito'),
      currency: 'bolívar',
      zone: 'Luna/Cráter',
      closes_at: 'mañana',
      title_es: '',
    });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    for (const field of ['slug', 'currency', 'zone', 'closes_at', 'title_es'])
      expect(text).toContain(`href="#${field}"`);
    expect(text).toContain('value="bolívar"');
    expect(await rows("select from consultations where slug like 'mal%'")).toEqual([]);
  });

  test.each([
    ['an hour that the clocks pass over', '2027-03-28T02:30', 'esa hora no existe'],
    ['an hour that the clocks show twice', '2027-10-31T02:30', 'esa hora pasa dos veces'],
  ])('is not opened at %s', async (_, opens, says) => {
    const form = { ...newForm(site, 'horas'), zone: 'Europe/Madrid', opens_at: opens, closes_at: '2027-12-01T10:00' };
    const answer = await crew.organiser.post(`/org/c/new/${city.city}`, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(says);
  });

  test('has an address of its own', async () => {
    await crew.organiser.post(`/org/c/new/${city.city}`, newForm(site, 'doble'));
    for (const slug of ['doble', 'new']) {
      const again = await crew.organiser.post(`/org/c/new/${city.city}`, newForm(site, slug));
      expect(again.status).toBe(422);
      expect(await again.text()).toContain('Ya hay una consulta con esa dirección corta');
    }
  });
});

describe('its table of options', () => {
  const table = (...lines: string[]): string => ['código,número,título,costo', ...lines, ''].join('\n');
  let template: string;
  beforeAll(async () => {
    template = await prepareConsultation(site, city, crew, 'tabla');
  });
  const load = (content: string): Promise<Response> =>
    bring(site, crew.organiser, '/org/c/tabla/options', { content, name: 'o.csv' }, { template });
  const stored = (): Promise<readonly Record<string, unknown>[]> =>
    rows(
      `select t.code, o.number, o.title, o.cost, o.approved_at is not null as approved from options o
       join contests k on k.id = o.contest_id join territories t on t.id = k.territory_id
       join consultations c on c.id = k.consultation_id where c.slug = 'tabla' order by t.code, o.number`,
    );

  test.each([
    ['a territory without a contest', 'PS-S1,1,Pozo,10', 'En el territorio PS-S1 no hay una papeleta'],
    ['a number twice', 'PS-1,1,Pozo,10\nPS-1,1,Techo,10', 'El número 1 ya está en la línea 2'],
    ['a title twice', 'PS-1,1,Pozo,10\nPS-1,2,Pozo,10', 'El título “Pozo” es igual al de la línea 2, o se ve igual'],
    ['a cost that could be two', 'PS-1,1,Pozo,1.500', '“1.500” no es un costo'],
    ['a number that is none', 'PS-1,uno,Pozo,10', '“uno” no es un número'],
    ['a row that is too short', 'PS-1,1', 'La línea tiene 2 celdas'],
    ['a sign that nobody sees', 'PS-1,1,Po\u202ezo,10', 'hay un signo que no se ve'],
  ])('is refused with its line for %s, and nothing is stored', async (_, lines, says) => {
    const before = await stored();
    const answer = await load(table(lines));
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(says);
    expect(text).toMatch(/Línea [23]</u);
    expect(await stored()).toEqual(before);
  });

  test('is the whole list of every contest that it names: unchanged options keep their approval', async () => {
    expect((await load(table('PS-1,1,Pozo y bomba,1000', 'PS-1,4,Biblioteca,20'))).status).toBe(200);
    expect((await stored()).map(({ code, number, approved }) => [code, number, approved])).toEqual([
      // Without summary, place and theme it is another option than before.
      ['PS-1', 1, false],
      ['PS-1', 4, false],
      ['PS-2', 1, true],
      ['PS-2', 2, true],
      ['PS-2', 3, true],
    ]);
    await load(table('PS-2,1,Pozo y bomba,1000'));
    await load(table('PS-1,1,Pozo y bomba,1000'));
    for (const contest of await contestsOf(crew.organiser, 'tabla')) {
      await crew.reviewer.post(`/org/c/tabla/contests/${contest}/approve`);
    }
    await load(table('PS-1,1,Pozo y bomba,1000', 'PS-1,2,Techo,1'));
    expect((await stored()).map(({ code, number, approved }) => [code, number, approved])).toEqual([
      ['PS-1', 1, true],
      ['PS-1', 2, false],
      ['PS-2', 1, true],
    ]);
  });

  test('comes back as a file that takes the same way in, with formulas disarmed', async () => {
    await load(table('PS-1,1,=1+1,10', 'PS-1,2,"Casa, grande",20.50'));
    const csv = await (await crew.organiser.get('/org/c/tabla/options.csv')).text();
    expect(csv).toContain("PS-1,1,'=1+1,,10.00,,,false,false");
    const before = await stored();
    expect((await load(csv)).status).toBe(200);
    expect(await stored()).toEqual(before);
    expect(before[0]).toMatchObject({ title: '=1+1', cost: '1000' });
  });
});

describe('the control room', () => {
  beforeAll(() => prepareConsultation(site, city, crew, 'sala'));

  test('shows exceptions first, and what each needs next and from whom', async () => {
    await site.database.pool.query(
      `update options set approved_at = null, approved_by = null where number = 2 and contest_id in (select k.id from contests k
       join territories t on t.id = k.territory_id join consultations c on c.id = k.consultation_id
       where c.slug = 'sala' and t.code = 'PS-2')`,
    );
    const text = await (await crew.observer.get('/org/c/sala')).text();
    expect(text).toContain('2 papeletas esperan a alguien');
    expect(text).toContain('2 de 3');
    expect(text.indexOf('La Enramada')).toBeGreaterThan(0);
    // Without a roll is more urgent than without approval.
    expect(text.indexOf('Sin padrón</span>')).toBeLessThan(text.indexOf('Opciones sin aprobar</span>'));
    expect(await contestsOf(crew.observer, 'sala', '?s=no_voters')).toHaveLength(1);
    expect(await contestsOf(crew.observer, 'sala', '?s=approval')).toHaveLength(1);
    expect(await contestsOf(crew.observer, 'sala', '?s=any')).toHaveLength(2);
    expect(await contestsOf(crew.observer, 'sala', '?q=enramada')).toHaveLength(1);
    expect(await contestsOf(crew.observer, 'sala', '?q=PS-2')).toHaveLength(1);
    expect(await contestsOf(crew.observer, 'sala', `?r=${city.communes[0]}`)).toHaveLength(1);
    expect(await contestsOf(crew.observer, 'sala', '?s=nonsense&r=x&p=-1')).toHaveLength(2);
  });

  test('shows people of one part what is theirs, and lets nobody in from elsewhere', async () => {
    const far = randomUUID();
    await site.database.pool.query(
      "insert into territories (id, level, code, name, path) values ($1, 'commune', 'FAR', 'Lejos', array[$1::uuid])",
      [far],
    );
    const elsewhere = await makeCrew(site, far);
    expect((await elsewhere.observer.get('/org/c/sala')).status).toBe(403);
    expect((await elsewhere.observer.get('/org/c/sala/contests.csv')).status).toBe(403);
    const commune = await makeCrew(site, city.communes[0] ?? '');
    expect(await contestsOf(commune.observer, 'sala')).toHaveLength(1);
    expect(await (await commune.observer.get('/org/c/sala/contests.csv')).text()).not.toContain('PS-2');
    expect(await (await commune.observer.get('/org/c/sala/options.csv')).text()).not.toContain('PS-2');
    expect(await contestsOf(commune.observer, 'sala', `?r=${city.communes[1]}`)).toHaveLength(0);
    expect(await (await commune.reviewer.get('/org/c/sala/bulk/approve_options')).text()).toContain('una papeleta');
    expect((await commune.reviewer.get('/org/c/sala/bulk/remove_contests')).status).toBe(403);
    expect((await commune.organiser.post('/org/c/sala/templates', { name: 'Otra' })).status).toBe(403);
    expect((await commune.organiser.get('/org/c/no-hay')).status).toBe(404);
    const [own = '', other = ''] = (await contestsOf(crew.observer, 'sala', '?q=PS-1')).concat(
      await contestsOf(crew.observer, 'sala', '?q=PS-2'),
    );
    expect((await commune.reviewer.post(`/org/c/sala/contests/${other}/approve`)).status).toBe(403);
    expect((await commune.reviewer.post(`/org/c/sala/contests/${own}/approve`)).status).toBe(303);
    expect((await commune.reviewer.post(`/org/c/primera/contests/${own}/approve`)).status).toBe(404);
    expect((await commune.reviewer.post('/org/c/sala/contests/x/approve')).status).toBe(404);
  });

  test('does many at once as a job, for the contests that its preview showed', async () => {
    const preview = await crew.reviewer.get('/org/c/sala/bulk/approve_options');
    expect(preview.status).toBe(200);
    const shown = await preview.text();
    expect(shown).toContain('Aprobar sus opciones: 2 papeletas');
    expect((await crew.organiser.get('/org/c/sala/bulk/approve_options')).status).toBe(403);
    expect((await crew.reviewer.post('/org/c/sala/bulk/approve_options')).status).toBe(409);
    const asked = pageOf(await crew.reviewer.post('/org/c/sala/bulk/approve_options', { set: setOf(shown) }));
    expect(asked).toMatch(/^\/org\/c\/sala\/work\/[0-9a-f-]{36}$/u);
    expect(await pageAtRest(() => crew.reviewer.get(asked))).toContain('Aprobar sus opciones: hecho');
    expect(
      await rows(
        "select from options o join contests k on k.id = o.contest_id join consultations c on c.id = k.consultation_id where slug = 'sala' and approved_at is null",
      ),
    ).toEqual([]);
    expect((await crew.reviewer.get(asked.replace('sala', 'tabla'))).status).toBe(404);
  });

  test('counts who may vote in each contest from the roll, when the roll changed', async () => {
    const [{ id } = { id: '' }] = await rows("select id from consultations where slug = 'sala'");
    await site.database.pool.query(
      "insert into rolls (consultation_id, eligibility, status, version) values ($1, '{}', 'open', 1)",
      [id],
    );
    await site.database.pool.query(
      `insert into roll_entries (id, consultation_id, territory_id, name, normal_name, birth_date, proof, since_version, told_apart, normal_apart)
       select gen_random_uuid(), $1, (array[$2, $3, $4]::uuid[])[1 + i % 3], 'P' || i, 'p' || i, '2000-01-01', 'x', 1, '', ''
       from generate_series(1, 33) i`,
      [id, city.sectors[0], city.sectors[1], city.communes[1]],
    );
    const text = await (await crew.observer.get('/org/c/sala')).text();
    expect(text).toMatch(/La Enramada[\s\S]*?data-label="Padrón">22</u);
    expect(text).toMatch(/Los Tres Puentes[\s\S]*?data-label="Padrón">11</u);
    // Eleven are enough for totals, not for whole ballots; nobody needs a waiver here.
    expect(await contestsOf(crew.observer, 'sala', '?s=waiver')).toHaveLength(0);
  });
});

describe('a rule', () => {
  let template: string;
  beforeAll(async () => {
    template = await prepareConsultation(site, city, crew, 'regla');
  });
  const form = {
    ...{ form: 'approval', most: '3', blank: 'yes', rule: 'equal-shares', misfit: 'skip', completion: 'add1' },
    ...{ minimum: '5', winners: '', exclusive: '', ties: 'lower-cost', group: 'Ed25519' },
  };

  test('is written in plain words and says them back', async () => {
    const address = `/org/c/regla/rule/${template}`;
    expect((await crew.observer.post(address, form)).status).toBe(403);
    expect(pageOf(await crew.organiser.post(address, form))).toBe(`${address}?done=saved`);
    const text = await (await crew.observer.get(address)).text();
    for (const words of [
      'elige hasta 3 opciones',
      'al menos 5 votos',
      'recibe una parte igual',
      'boletas se mezclan',
    ]) {
      expect(text).toContain(words);
    }
    const [{ rule } = { rule: null }] = await rows('select rule from contest_templates where id = $1', template);
    expect(rule).toMatchObject({ rule: 'equal-shares', utility: 'cost', completion: 'add1', ties: ['lower-cost'] });
  });

  test('that no ballot could be counted by is refused, with where to mend it', async () => {
    const address = `/org/c/regla/rule/${template}`;
    const wrong = await crew.organiser.post(address, { ...form, group: 'BELENIOS-2048', most: '200' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#most"');
    const group = await crew.organiser.post(address, { ...form, group: 'BELENIOS-2048' });
    expect(await group.text()).toContain('href="#group"');
  });

  test('says everything that it limits, keeps what was typed, and refuses what has no meaning at its control', async () => {
    const address = `/org/c/regla/rule/${template}`;
    const tuned = { ...form, rule: 'greedy', completion: '', misfit: 'top-up', reserve: '500,50', top_up: '50' };
    const limits = { minimum_share: '12,5', themes: 'agua; 1200', ties: 'lower-cost-project-id' };
    expect((await crew.organiser.post(address, { ...tuned, ...limits })).status).toBe(303);
    const text = await (await crew.observer.get(address)).text();
    for (const words of [
      'se completa con una reserva de hasta 500,5',
      'Lo que queda debe pagar al menos 50',
      'votos del 12,5',
      'Las opciones del tema “agua” suman hasta 1.200.',
      'Si sigue el empate, gana la de número anterior',
    ]) {
      expect(text).toContain(words);
    }
    const own = await (await crew.organiser.get(address)).text();
    expect(own).toContain('agua; 1200</textarea>');
    expect(own).toMatch(/<details open><summary>Afinar “Más votos”/u);
    expect(own).toMatch(/<details><summary>Afinar “Partes iguales”/u);
    const refused = await crew.organiser.post(address, { ...tuned, ...limits, reserve: '0.125', comparison: 'greedy' });
    expect(refused.status).toBe(422);
    const fine = await crew.organiser.post(address, { ...tuned, ...limits, reserve: '0.125', minimum_share: '101' });
    const said = await fine.text();
    for (const place of ['href="#reserve"', 'href="#minimum_share"']) expect(said).toContain(place);
    expect(await refused.text()).toContain('href="#comparison"');
    expect(pageOf(await crew.organiser.post(address, form))).toBe(`${address}?done=saved`);
  });

  test('is tried on a past vote, brought or counted before, beside another rule', async () => {
    const demo = /\/recounts\/([0-9a-f]{64})/u.exec(await (await site.ask('/')).text())?.[1] ?? '';
    await settled(site, `/recounts/${demo}`);
    const address = `/org/c/regla/rule/${template}/preview`;
    await crew.organiser.post(`/org/c/regla/rule/${template}`, { ...form, exclusive: '1 2' });
    const again = await bring(site, crew.organiser, address, { content: '', name: '' }, { recount: demo });
    const page = pageOf(again);
    expect(page).toContain(`/org/c/regla/rule/${template}/preview/`);
    const text = await pageAtRest(() => crew.organiser.get(page));
    expect(text).toContain('Esta regla');
    expect(text).toMatch(/<td data-label="Esta regla"><span class="st ok">Gana<\/span><\/td>/u);
    const saved = await savedTable(crew.organiser, /href="([^"]+outcome\.csv[^"]*)"/u.exec(text)?.[1] ?? '');
    const fates: Readonly<Record<string, string>> = { Gana: 'wins', No: 'loses', Sorteo: 'lots' };
    const shown = [...text.matchAll(/data-label="Esta regla"><span[^>]*>([^<]+)</gu)].map(
      ([, says = '']) => fates[says],
    );
    expect(saved.map((row) => row['this_rule'])).toEqual(shown);
    expect(Object.keys(saved[0] ?? {})).toEqual(['project', 'name', 'cost', 'votes', 'this_rule', expect.anything()]);
    const vote = await (await site.ask(`/recounts/${demo}/files/ballots.pb`)).text();
    const brought = await bring(site, crew.organiser, address, { content: vote, name: 'v.pb' });
    expect(pageOf(brought)).toContain('/preview/');
    const nothing = await bring(site, crew.organiser, address, { content: '', name: '' });
    expect(nothing.status).toBe(422);
    const broken = await bring(site, crew.organiser, address, { content: 'no es un voto', name: 'x.pb' });
    expect(broken.status).toBe(422);
    expect(await broken.text()).toContain('no se pudo leer como una votación');
  });
});

describe('freezing', () => {
  test('tells what is missing, each with where', async () => {
    await crew.organiser.post(`/org/c/new/${city.city}`, newForm(site, 'vacia'));
    const page = await (await crew.guarantor.get('/org/c/vacia/freeze')).text();
    expect(page).toContain('No hay papeletas');
    const refused = await crew.guarantor.post('/org/c/vacia/freeze', { reason: 'Ya.' });
    expect(refused.status).toBe(422);
    await prepareConsultation(site, city, crew, 'falta');
    const [contest = ''] = await contestsOf(crew.organiser, 'falta');
    await site.database.pool.query('update options set approved_at = null, approved_by = null where contest_id = $1', [
      contest,
    ]);
    await crew.organiser.post('/org/c/falta/envelopes/amount', { envelope: await wholeOf('falta'), new_amount: '1' });
    const text = await (await crew.guarantor.get('/org/c/falta/freeze')).text();
    expect(text).toContain('Faltan 2 cosas');
    expect(text).toContain('Las partes de un sobre no suman su monto');
    expect(text).toContain('una papeleta con opciones sin aprobar');
    await crew.organiser.post('/org/c/falta/envelopes/sum');
    expect(await (await crew.guarantor.get('/org/c/falta/freeze')).text()).toContain('Falta una cosa');
  });

  test('waits until the rule limits only themes and places that options have, in amounts that are counted', async () => {
    const template = await prepareConsultation(site, city, crew, 'topes');
    const put = (fields: Readonly<Record<string, string>>): Promise<Response> =>
      crew.organiser.post(`/org/c/topes/rule/${template}`, { form: 'approval', most: '2', rule: 'greedy', ...fields });
    const freezing = async (): Promise<string> => await (await crew.guarantor.get('/org/c/topes/freeze')).text();
    await put({ themes: 'Agua; 1000\neconomía; 1500.50', places: 'Norte; 5\nSur; 5' });
    const page = await freezing();
    expect(page).toContain('Faltan 2 cosas');
    expect(page).toContain('temas que ninguna opción tiene: escríbalos igual que en las opciones. Nombra: Agua.');
    expect(page).toContain('lugares que ninguna opción tiene: escríbalos igual que en las opciones. Nombra: Sur.');
    await put({ themes: 'agua; 1000', places: 'Norte; 700.5', winners: '2' });
    expect(await freezing()).toContain('No falta nada');
    // A contest that divides no money counts options, and there are no halves of them.
    await crew.organiser.post(`/org/c/topes/make/${template}`, { by: 'codes', codes: 'PS-S1', amount: '' });
    expect(await freezing()).toContain('más decimales de los que se cuentan');
    await put({ themes: 'agua; 1', winners: '2' });
    expect(await freezing()).not.toContain('más decimales de los que se cuentan');
  });

  const wholeOf = async (slug: string): Promise<string> => {
    const found = await rows(
      'select e.id from envelopes e join consultations c on c.id = e.consultation_id where slug = $1 and parent_id is null',
      slug,
    );
    return String(found[0]?.['id']);
  };

  test('takes two guarantors, and fixes rule, options and calendar for good', async () => {
    const template = await prepareConsultation(site, city, crew, 'helada');
    expect((await crew.organiser.post('/org/c/helada/freeze', { reason: 'Ya.' })).status).toBe(403);
    expect((await crew.guarantor.post('/org/c/helada/freeze', { reason: ' ' })).status).toBe(422);
    expect((await site.ask('/c/helada')).status).toBe(404);
    const act = pageOf(await crew.guarantor.post('/org/c/helada/freeze', { reason: 'Todo está revisado.' }));
    expect((await crew.guarantor.post(act, { decision: 'agree' })).status).toBe(403);
    expect((await crew.guarantor.post('/org/c/helada/freeze', { reason: 'Otra vez.' })).status).toBe(422);
    const shown = await (await crew.second.get(act)).text();
    expect(shown).toContain('Congelar la regla de “Consulta de prueba”');
    expect(pageOf(await crew.second.post(act, { decision: 'agree' }))).toBe(act);

    const rule = await (await site.ask('/c/helada/rules')).text();
    const hash = /<code dir="ltr">([0-9a-f]{64})</u.exec(rule)?.[1] ?? '';
    expect(shown).toContain(hash);
    expect(rule).toContain('Se congeló la regla');
    expect(rule).toContain('Todo está revisado.');
    const text = await (await site.ask(`/c/helada/rules/${hash}.json`)).text();
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    expect(Buffer.from(digest).toString('hex')).toBe(hash);

    const changes: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['/org/c/helada/calendar', newForm(site, 'helada')],
      ['/org/c/helada/envelopes', { name: 'Más', amount: '1', parent: await wholeOf('helada') }],
      [`/org/c/helada/rule/${template}`, { form: 'choose_one', rule: 'greedy', winners: '1', ties: 'lots' }],
      ['/org/c/helada/templates', { name: 'Otra' }],
      [`/org/c/helada/make/${template}`, { by: 'level', level: 'sector' }],
    ];
    for (const [path, fields] of changes) expect((await crew.organiser.post(path, fields)).status).toBe(409);
    const table = { content: 'código,número,título\nPS-1,9,Otra\n', name: 'o.csv' };
    expect((await bring(site, crew.organiser, '/org/c/helada/options', table, { template })).status).toBe(409);
    const [contest = ''] = await contestsOf(crew.organiser, 'helada');
    expect((await crew.reviewer.post(`/org/c/helada/contests/${contest}/approve`)).status).toBe(409);
    const homepage = await (await site.ask('/')).text();
    expect(homepage).toContain('/c/helada');
    expect(homepage).not.toContain('/c/falta');
  });

  test('is refused where something changed after it was proposed', async () => {
    const template = await prepareConsultation(site, city, crew, 'cambiada');
    const act = pageOf(await crew.guarantor.post('/org/c/cambiada/freeze', { reason: 'Todo está revisado.' }));
    const content = 'código,número,título,costo\nPS-1,1,Otra cosa,10\n';
    await bring(site, crew.organiser, '/org/c/cambiada/options', { content, name: 'o.csv' }, { template });
    const [first = ''] = await contestsOf(crew.organiser, 'cambiada', '?q=PS-1');
    await crew.reviewer.post(`/org/c/cambiada/contests/${first}/approve`);
    const refused = await crew.second.post(act, { decision: 'agree' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Algo cambió después de proponerlo');
    expect((await site.ask('/c/cambiada')).status).toBe(404);
  });
});

describe('after freezing', () => {
  beforeAll(async () => {
    await prepareConsultation(site, city, crew, 'despues');
    expect((await freeze(crew, 'despues')).status).toBe(303);
  });

  test('the end moves later by two, never earlier', async () => {
    const earlier = { closes_at: inDays(site, 3), reason: 'Menos tiempo.' };
    expect((await crew.guarantor.post('/org/c/despues/calendar/extend', earlier)).status).toBe(422);
    const later = { closes_at: inDays(site, 6), reason: 'Se inundó el camino.' };
    expect((await crew.organiser.post('/org/c/despues/calendar/extend', later)).status).toBe(403);
    const act = pageOf(await crew.guarantor.post('/org/c/despues/calendar/extend', later));
    expect(pageOf(await crew.second.post(act, { decision: 'agree' }))).toBe(act);
    const [row] = await rows("select closes_at from consultations where slug = 'despues'");
    expect(row?.['closes_at']).toEqual(new Date(`${later.closes_at}:00-04:00`));
    expect(await (await site.ask('/c/despues/rules')).text()).toContain('Se inundó el camino.');
  });

  test('an option is withdrawn, its number stays empty, and the last one never', async () => {
    const [contest = ''] = await contestsOf(crew.organiser, 'despues');
    const address = `/org/c/despues/contests/${contest}/withdraw`;
    const withdraw = async (number: string): Promise<Response> => {
      const proposed = await crew.guarantor.post(address, { number, why_withdraw: 'El terreno no es de la comuna.' });
      const act = pageOf(proposed);
      return act === '' ? proposed : await crew.second.post(act, { decision: 'agree' });
    };
    expect((await withdraw('9')).status).toBe(422);
    expect((await withdraw('dos')).status).toBe(422);
    expect((await withdraw('2')).status).toBe(303);
    expect((await withdraw('2')).status).toBe(422);
    expect((await withdraw('1')).status).toBe(303);
    const last = await withdraw('3');
    expect(last.status).toBe(422);
    expect(await last.text()).toContain('Es la única opción que queda');
    const page = await (await site.ask(`/c/despues/contests/${contest}`)).text();
    expect(page).toContain('<s>Techo del mercado</s>');
    expect(page).toContain('Retirada');
    const lines = async (path: string): Promise<readonly string[]> =>
      (await (await site.ask(`/c/despues/${path}`)).text()).trimEnd().split('\r\n');
    const [headings, ...options] = await lines('options.csv');
    expect(headings).toBe('code,number,title,summary,cost,place,theme,withdrawn,contest');
    const own = options.filter((line) => line.endsWith(contest));
    expect(own.map((line) => [line.split(',')[1], line.includes(',true,')])).toEqual([
      ...[
        ['1', true],
        ['2', true],
        ['3', false],
      ],
    ]);
  });

  test('contests and options are files for everyone, all or those that somebody looks for', async () => {
    const lines = async (path: string): Promise<readonly string[]> =>
      (await (await site.ask(`/c/despues/${path}`)).text()).trimEnd().split('\r\n');
    const [headings, ...contests] = await lines('contests.csv');
    expect(headings).toBe('code,name,above,state,options,id');
    const ids = contests.map((line) => line.slice(line.lastIndexOf(',') + 1));
    expect(ids.toSorted()).toEqual((await contestsOf(crew.organiser, 'despues')).toSorted());
    const [, ...options] = await lines('options.csv');
    expect(new Set(options.map((line) => line.slice(line.lastIndexOf(',') + 1)))).toEqual(new Set(ids));
    const found = contests.filter((line) => line.startsWith('PS-1,'));
    expect(found.length).toBeGreaterThan(0);
    expect((await lines('contests.csv?q=PS-1')).slice(1)).toEqual(found);
    expect((await lines('options.csv?q=PS-1')).slice(1)).toEqual(options.filter((line) => line.startsWith('PS-1,')));
    const page = await (await site.ask('/c/despues?q=PS-1')).text();
    expect(page).toContain('href="/c/despues/options.csv?q=PS-1"');
    // Nothing of what is still being written is public.
    for (const path of ['contests.csv', 'options.csv']) expect((await site.ask(`/c/sala/${path}`)).status).toBe(404);
  });

  test('a contest is annulled, and the public sees why', async () => {
    const [, contest = ''] = await contestsOf(crew.organiser, 'despues');
    const proposed = await crew.guarantor.post(`/org/c/despues/contests/${contest}/annul`, {
      why_annul: 'La asamblea no se reunió.',
    });
    expect((await crew.second.post(pageOf(proposed), { decision: 'agree' })).status).toBe(303);
    const page = await (await site.ask(`/c/despues/contests/${contest}`)).text();
    expect(page).toContain('Esta papeleta fue anulada');
    expect(await (await site.ask('/c/despues/rules')).text()).toContain('La asamblea no se reunió.');
    const again = await crew.guarantor.post(`/org/c/despues/contests/${contest}/annul`, { why_annul: 'Otra vez.' });
    expect(again.status).toBe(422);
  });
});
