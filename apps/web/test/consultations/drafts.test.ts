import { consultationStates } from '@convite/domain';
import { afterAll, describe, expect, test } from 'vitest';
import { bring, freeze, newForm, openCity, pageOf, prepareConsultation } from './prepared.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
const begin = async (slug: string, whole = ''): Promise<void> => {
  await crew.organiser.post(`/org/c/new/${city.city}`, newForm(site, slug, whole));
};
const post = (path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> =>
  crew.organiser.post(path, fields);
const stored = async (slug: string): Promise<unknown> =>
  (await rows('select title, languages, currency, decimals from consultations where slug = $1', slug))[0];
const named = (slug: string): Promise<readonly Record<string, unknown>[]> =>
  rows(
    `select name from (
       select 1 as kind, consultation_id, name from envelopes
       union all select 2, consultation_id, name from contest_templates) n
     where consultation_id = (select id from consultations where slug = $1) order by kind, name::text`,
    slug,
  );
const lastLine = async (slug: string): Promise<unknown> =>
  (
    await rows(
      `select event, is_public, details from audit_trail a join consultations c on c.id::text = a.subject
       where slug = $1 and a.actor is not null order by number desc limit 1`,
      slug,
    )
  )[0];
const envelopesOf = (slug: string): Promise<readonly Record<string, unknown>[]> =>
  rows(
    `select e.id, e.name ->> 'es' as name from envelopes e join consultations c on c.id = e.consultation_id
     where slug = $1 order by parent_id nulls first, name ->> 'es'`,
    slug,
  );
const envelope = async (slug: string, name: string): Promise<string> =>
  String((await envelopesOf(slug)).find((one) => one['name'] === name)?.['id']);

const both = { languages: 'es en', title_es: 'Consulta corregida', title_en: 'A vote put right' };

describe('the title of a draft', () => {
  test('is corrected beside its calendar, with a line of the trail that says both', async () => {
    await begin('titulo');
    const page = await (await crew.organiser.get('/org/c/titulo/calendar')).text();
    expect(page).toContain('value="Consulta de prueba"');
    const title = { languages: 'es', title_es: 'Consulta corregida', title_en: 'not asked for' };
    expect(pageOf(await post('/org/c/titulo/calendar/title', title))).toBe('/org/c/titulo/calendar?done=saved');
    expect(await stored('titulo')).toMatchObject({ title: { es: 'Consulta corregida' }, languages: ['es'] });
    expect(await lastLine('titulo')).toEqual({
      event: 'consultation.write',
      is_public: false,
      details: {
        before: { title: { es: 'Consulta de prueba' }, languages: ['es'] },
        after: { title: { es: 'Consulta corregida' }, languages: ['es'] },
      },
    });
  });

  test('is needed in every language, and by nobody but who organises', async () => {
    await begin('sin-titulo');
    const missing = await post('/org/c/sin-titulo/calendar/title', { ...both, title_en: ' ' });
    expect(missing.status).toBe(422);
    const text = await missing.text();
    expect(text).toContain('href="#title_en"');
    // What was typed stays, and so does what stands in the other forms.
    expect(text).toContain('value="Consulta corregida"');
    expect(text).toContain('value="America/Caracas"');
    expect((await post('/org/c/sin-titulo/calendar/title', { title_es: 'Sin idioma' })).status).toBe(422);
    const unseen = await post('/org/c/sin-titulo/calendar/title', { ...both, title_es: 'Con\u202esulta' });
    expect(unseen.status).toBe(422);
    expect(await unseen.text()).toContain('Hay un signo que no se ve');
    const named = await post('/org/c/sin-titulo/templates', { name: 'Pape\u200bleta' });
    expect(await named.text()).toContain('Hay un signo que no se ve');
    expect((await crew.guarantor.post('/org/c/sin-titulo/calendar/title', both)).status).toBe(403);
    expect(await stored('sin-titulo')).toMatchObject({ title: { es: 'Consulta de prueba' } });
  });

  test('comes in languages that are added and removed; envelopes and templates are named in exactly these', async () => {
    await begin('idiomas', '100');
    await post('/org/c/idiomas/templates', { name: 'Obra' });
    expect((await post('/org/c/idiomas/calendar/title', both)).status).toBe(303);
    expect(await stored('idiomas')).toMatchObject({
      title: { es: 'Consulta corregida', en: 'A vote put right' },
      languages: ['es', 'en'],
    });
    expect(await named('idiomas')).toEqual([
      { name: { en: 'Consulta de prueba', es: 'Consulta de prueba' } },
      { name: { en: 'Obra', es: 'Obra' } },
    ]);
    await post('/org/c/idiomas/calendar/title', { languages: 'en', title_en: 'In English alone' });
    expect(await stored('idiomas')).toMatchObject({ title: { en: 'In English alone' }, languages: ['en'] });
    expect(await named('idiomas')).toEqual([{ name: { en: 'Consulta de prueba' } }, { name: { en: 'Obra' } }]);
  });

  test('keeps a language in which tables with help say their hours, and the page says why', async () => {
    await begin('horarios');
    await post('/org/c/horarios/calendar/title', both);
    const hours = { hours_es: 'De 8:00 a 18:00', hours_en: '8:00 to 18:00' };
    await post('/org/c/horarios/stations', { name: 'Mesa 1', place: 'Casa comunal', ...hours });
    expect(await (await crew.organiser.get('/org/c/horarios/calendar')).text()).toContain('Quite primero las mesas');
    const less = await post('/org/c/horarios/calendar/title', { languages: 'es', title_es: 'Solo español' });
    expect(less.status).toBe(409);
    expect(await less.text()).toContain('href="#languages"');
    expect(await stored('horarios')).toMatchObject({ languages: ['es', 'en'] });
    expect((await post('/org/c/horarios/calendar/title', { ...both, title_es: 'Con las dos' })).status).toBe(303);
  });

  test('that was changed after freezing was proposed is not what the second guarantor agrees on', async () => {
    await prepareConsultation(site, city, crew, 'otro-titulo');
    const act = pageOf(await crew.guarantor.post('/org/c/otro-titulo/freeze', { reason: 'Todo está revisado.' }));
    await post('/org/c/otro-titulo/calendar/title', { languages: 'es', title_es: 'Otra cosa' });
    expect((await crew.second.post(act, { decision: 'agree' })).status).toBe(409);
    expect(await rows("select status from consultations where slug = 'otro-titulo'")).toEqual([{ status: 'draft' }]);
  });
});

describe('the currency of a draft', () => {
  test('is changed as long as no amount is counted in it', async () => {
    await begin('moneda');
    const changed = await post('/org/c/moneda/calendar/unit', { currency: 'USD', decimals: '0' });
    expect(pageOf(changed)).toBe('/org/c/moneda/calendar?done=saved');
    expect(await stored('moneda')).toMatchObject({ currency: 'USD', decimals: 0 });
    expect(await lastLine('moneda')).toMatchObject({
      details: { before: { currency: 'VES', decimals: 2 }, after: { currency: 'USD', decimals: 0 } },
    });
    const wrong = await post('/org/c/moneda/calendar/unit', { currency: 'dólar', decimals: '7' });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    for (const field of ['currency', 'decimals']) expect(text).toContain(`href="#${field}"`);
    expect((await crew.reviewer.post('/org/c/moneda/calendar/unit', { currency: 'USD', decimals: '0' })).status).toBe(
      403,
    );
  });

  test('stays while an envelope or an option has an amount, and the page says why', async () => {
    await begin('montos', '100');
    const page = await (await crew.organiser.get('/org/c/montos/calendar')).text();
    expect(page).toContain('Se cuenta en VES, con 2 decimales.');
    expect(page).toContain('Ya hay montos escritos');
    expect(page).not.toContain('name="currency"');
    expect((await post('/org/c/montos/calendar/unit', { currency: 'USD', decimals: '0' })).status).toBe(409);
    await post('/org/c/montos/envelopes/remove', { removed: await envelope('montos', 'Consulta de prueba') });
    expect((await post('/org/c/montos/calendar/unit', { currency: 'USD', decimals: '0' })).status).toBe(303);

    const rule = pageOf(await post('/org/c/montos/templates', { name: 'Obra' }));
    const template = rule.split('/').at(-1) ?? '';
    await post(`/org/c/montos/make/${template}`, { by: 'codes', codes: 'PS-1', amount: '' });
    const table = { content: 'código,número,título,costo\nPS-1,1,Pozo,10\n', name: 'o.csv' };
    expect((await bring(site, crew.organiser, '/org/c/montos/options', table, { template })).status).toBe(200);
    expect((await post('/org/c/montos/calendar/unit', { currency: 'VES', decimals: '2' })).status).toBe(409);
    expect(await stored('montos')).toMatchObject({ currency: 'USD', decimals: 0 });
  });

  test('and its decimals do not change under amounts that are on their way', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const slug = `decimales-${i}`;
      await begin(slug);
      const add = (): Promise<Response> =>
        post(`/org/c/${slug}/envelopes`, { parent: '', name: 'Todo', amount: '1000' });
      const change = (): Promise<Response> => post(`/org/c/${slug}/calendar/unit`, { currency: 'VES', decimals: '0' });
      const isAddFirst = i % 2 === 0;
      const first = isAddFirst ? add() : change();
      if (i < 2) await first;
      const answers = await Promise.all([first, isAddFirst ? change() : add()]);
      const [added, changed] = isAddFirst ? answers : answers.toReversed();
      const [found] = await rows(
        `select decimals, (select sum(amount)::text from envelopes e where e.consultation_id = c.id) as amount
         from consultations c where slug = $1`,
        slug,
      );
      // A thousand is a thousand, whichever came first; whoever was too late was told so.
      const what = JSON.stringify([found, added?.status, changed?.status]);
      expect([
        JSON.stringify([{ decimals: 2, amount: '100000' }, 303, 409]),
        JSON.stringify([{ decimals: 0, amount: '1000' }, 303, 303]),
        JSON.stringify([{ decimals: 0, amount: null }, 409, 303]),
      ]).toContain(what);
      seen.add(what);
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});

describe('an envelope of a draft', () => {
  test('is renamed, in each language', async () => {
    await begin('nombres', '100');
    await post('/org/c/nombres/calendar/title', both);
    const id = await envelope('nombres', 'Consulta de prueba');
    const renamed = await post('/org/c/nombres/envelopes/name', { renamed: id, new_name: 'Todo el dinero' });
    expect(pageOf(renamed)).toBe('/org/c/nombres/envelopes');
    expect(await named('nombres')).toEqual([{ name: { en: 'Todo el dinero', es: 'Todo el dinero' } }]);
    expect(await lastLine('nombres')).toMatchObject({ details: { envelope: id, after: { es: 'Todo el dinero' } } });
    const empty = await post('/org/c/nombres/envelopes/name', { renamed: id, new_name: ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('href="#new_name"');
    expect((await post('/org/c/nombres/envelopes/name', { renamed: 'x', new_name: 'Otro' })).status).toBe(422);
  });

  test('is removed if it has no parts and no contest spends from it', async () => {
    await prepareConsultation(site, city, crew, 'sobres');
    const whole = await envelope('sobres', 'Consulta de prueba');
    await post('/org/c/sobres/envelopes', { parent: whole, name: 'Reserva', amount: '1' });
    const page = await (await crew.organiser.get('/org/c/sobres/envelopes')).text();
    expect(page).toContain('aria-label="Quitar Reserva"');
    expect(page).not.toContain('aria-label="Quitar Consulta de prueba"');
    const before = await envelopesOf('sobres');
    for (const removed of [whole, await envelope('sobres', 'La Enramada')]) {
      const answer = await post('/org/c/sobres/envelopes/remove', { removed });
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('tiene partes, o una papeleta gasta de él');
    }
    expect((await post('/org/c/sobres/envelopes/remove', { removed: 'x' })).status).toBe(422);
    expect(await envelopesOf('sobres')).toEqual(before);
    const spare = await envelope('sobres', 'Reserva');
    expect((await crew.reviewer.post('/org/c/sobres/envelopes/remove', { removed: spare })).status).toBe(403);
    expect(pageOf(await post('/org/c/sobres/envelopes/remove', { removed: spare }))).toBe('/org/c/sobres/envelopes');
    expect(await envelopesOf('sobres')).toEqual(before.filter(({ id }) => id !== spare));
    expect(await lastLine('sobres')).toMatchObject({
      event: 'consultation.write',
      details: { removed: spare, name: { es: 'Reserva' }, amount: '100', part_of: whole },
    });
  });

  test('of another consultation is neither renamed nor removed', async () => {
    await begin('mia', '5');
    await begin('ajena', '5');
    const removed = await envelope('ajena', 'Consulta de prueba');
    expect((await post('/org/c/mia/envelopes/remove', { removed })).status).toBe(422);
    expect((await post('/org/c/mia/envelopes/name', { renamed: removed, new_name: 'Mío' })).status).toBe(422);
    expect(await envelope('ajena', 'Consulta de prueba')).toBe(removed);
  });
});

describe('a template of a draft', () => {
  test('is renamed on the page of its rule', async () => {
    await begin('modelo');
    const rule = pageOf(await post('/org/c/modelo/templates', { name: 'Obra' }));
    expect(pageOf(await post(`${rule}/name`, { name: 'Obra de la comuna' }))).toBe(`${rule}?done=saved`);
    expect(await named('modelo')).toEqual([{ name: { es: 'Obra de la comuna' } }]);
    expect(await lastLine('modelo')).toMatchObject({
      event: 'contest.write',
      details: { before: { es: 'Obra' }, after: { es: 'Obra de la comuna' } },
    });
    const empty = await post(`${rule}/name`, { name: '' });
    expect(empty.status).toBe(422);
    // The other form of the page still shows the rule as it stands.
    expect(await empty.text()).toMatch(/value="choose_one" checked/u);
    expect((await crew.guarantor.post(`${rule}/name`, { name: 'Mío' })).status).toBe(403);
  });

  test('is removed if no contest was made of it', async () => {
    const used = await prepareConsultation(site, city, crew, 'modelos');
    const spare =
      pageOf(await post('/org/c/modelos/templates', { name: 'De más' }))
        .split('/')
        .at(-1) ?? '';
    const page = await (await crew.organiser.get('/org/c/modelos/templates')).text();
    expect(page).toContain('aria-label="Quitar De más"');
    expect(page).not.toContain('aria-label="Quitar Obra"');
    const refused = await post(`/org/c/modelos/rule/${used}/remove`);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('De ese modelo ya hay papeletas');
    await begin('de-al-lado');
    expect((await post(`/org/c/de-al-lado/rule/${spare}/remove`)).status).toBe(404);
    expect((await post(`/org/c/de-al-lado/rule/${spare}/name`, { name: 'Mío' })).status).toBe(404);
    expect((await crew.guarantor.post(`/org/c/modelos/rule/${spare}/remove`)).status).toBe(403);
    expect(pageOf(await post(`/org/c/modelos/rule/${spare}/remove`))).toBe('/org/c/modelos/templates');
    expect(await named('modelos')).toContainEqual({ name: { es: 'Obra' } });
    expect(await named('modelos')).not.toContainEqual({ name: { es: 'De más' } });
    expect(await lastLine('modelos')).toMatchObject({
      event: 'contest.write',
      details: { removed: { id: spare, name: { es: 'De más' } } },
    });
  });

  test('is not removed under contests that are made of it at the same moment: never both, never neither', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const slug = `modelo-${i}`;
      await begin(slug);
      const template =
        pageOf(await post(`/org/c/${slug}/templates`, { name: 'Obra' }))
          .split('/')
          .at(-1) ?? '';
      const make = (): Promise<Response> =>
        post(`/org/c/${slug}/make/${template}`, { by: 'level', level: 'commune', amount: '' });
      const remove = (): Promise<Response> => post(`/org/c/${slug}/rule/${template}/remove`);
      const isMakeFirst = i % 2 === 0;
      const first = isMakeFirst ? make() : remove();
      // The first two are no race: each way once for certain.
      if (i < 2) await first;
      const answers = await Promise.all([first, isMakeFirst ? remove() : make()]);
      const [made, removed] = isMakeFirst ? answers : answers.toReversed();
      const [found] = await rows(
        `select (select count(*)::int from contests where template_id = $1) as contests,
           (select count(*)::int from contest_templates where id = $1) as templates`,
        template,
      );
      if (removed?.status === 303) expect(found).toEqual({ contests: 0, templates: 0 });
      else expect(found).toEqual({ contests: 2, templates: 1 });
      // Whoever made contests too late finds no template, or one that is gone meanwhile.
      expect([made?.status, removed?.status]).toSatisfy(
        ([a, b]) => (a === 303 && b === 409) || ((a === 404 || a === 422) && b === 303),
      );
      seen.add(String(removed?.status));
    }
    expect(seen.size).toBe(2);
  });
});

test('none of this is done by one person in any state but the draft, and each refusal says why', async () => {
  const template = await prepareConsultation(site, city, crew, 'firme');
  const spare =
    pageOf(await post('/org/c/firme/templates', { name: 'De más' }))
      .split('/')
      .at(-1) ?? '';
  const whole = await envelope('firme', 'Consulta de prueba');
  expect((await freeze(crew, 'firme')).status).toBe(303);
  const changes: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['calendar', newForm(site, 'firme')],
    ['calendar/title', both],
    ['calendar/unit', { currency: 'USD', decimals: '0' }],
    ['envelopes/name', { renamed: whole, new_name: 'Otro' }],
    ['envelopes/remove', { removed: whole }],
    [`rule/${spare}/name`, { name: 'Otro' }],
    [`rule/${template}/remove`, {}],
    [`rule/${spare}/remove`, {}],
  ];
  const all = async (): Promise<unknown> => [await stored('firme'), await named('firme'), await lastLine('firme')];
  const before = await all();
  for (const state of consultationStates.filter((one) => one !== 'draft')) {
    await site.database.pool.query("update consultations set status = $1 where slug = 'firme'", [state]);
    for (const [path, fields] of changes) {
      const answer = await post(`/org/c/firme/${path}`, fields);
      expect([state, path, answer.status]).toEqual([state, path, 409]);
      expect(await answer.text()).toContain('esto ya no lo cambia una persona sola');
    }
    for (const path of ['calendar', 'envelopes', 'templates', `rule/${spare}`]) {
      const page = await (await crew.organiser.get(`/org/c/firme/${path}`)).text();
      for (const [changed] of changes) expect(page).not.toContain(`action="/org/c/firme/${changed}"`);
    }
  }
  expect(await all()).toEqual(before);
});
