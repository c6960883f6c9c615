import type { Role } from '@convite/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contestsOf, freeze, openCity, pageOf, prepareConsultation } from './consultations/prepared.ts';
import { followLinks } from './observers/followed-links.ts';
import { savedTable } from './saved-table.ts';
import { makeStaff, type StaffBrowser } from './staff.ts';

/** The first page of staff: what waits for each, from the first table of options to the ceremony. */

const { site, city, crew } = await openCity();
const slug = 'tareas';
const station = { name: 'Mesa 1', place: 'Casa comunal', hours_es: 'De 8:00 a 18:00' };
const people = new Map<string, { readonly account: string; readonly browser: StaffBrowser }>();

beforeAll(async () => {
  await prepareConsultation(site, city, crew, slug);
  await crew.organiser.post(`/org/c/${slug}/stations`, station);
  const [north = '', south = ''] = city.communes;
  for (const [name, role, territory] of [
    ['Norma', 'reviewer', north],
    ['Sonia', 'reviewer', south],
    ['Nora', 'organiser', north],
    ['Néstor', 'guarantor', north],
    ['Nelson', 'observer', north],
    ['Regina', 'registrar', city.city],
    ['Nubia', 'registrar', north],
    ['Teresa', 'trustee', city.city],
    ['Tomás', 'trustee', city.city],
    ['Tania', 'trustee', city.city],
  ] satisfies readonly (readonly [string, Role, string])[]) {
    people.set(name, await makeStaff(site, name, [{ role, territory }]));
  }
});
afterAll(() => site.close());

const browserOf = (name: string): StaffBrowser => {
  const person = people.get(name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person.browser;
};

/** What the page lists beside acts, as address and words. */
async function tasksOf(browser: StaffBrowser): Promise<readonly (readonly [href: string, says: string])[]> {
  const { text, broken } = await followLinks(site, '/org', browser.cookie);
  expect(broken).toEqual([]);
  const [, list = ''] = /<section[^>]* id="tasks"[^>]*>([\s\S]*?)<\/section>/u.exec(text) ?? [];
  return [...list.matchAll(/<th scope="row"><a href="([^"]+)">([^<]+)</gu)].map(([, href = '', says = '']) => [
    href.replace(`/org/c/${slug}`, ''),
    says,
  ]);
}

describe('while papers are written', () => {
  test('reviewers see the options of their own territories, counted, and reach their rows', async () => {
    await site.database.pool.query('update options set approved_by = null, approved_at = null');
    expect(await tasksOf(crew.reviewer)).toEqual([['?state=approval', 'Revisar 6 opciones']]);
    for (const name of ['Norma', 'Sonia']) {
      expect([name, await tasksOf(browserOf(name))]).toEqual([name, [['?state=approval', 'Revisar 3 opciones']]]);
      expect(await contestsOf(browserOf(name), slug, '?state=approval')).toHaveLength(1);
      expect(await savedTable(browserOf(name), '/org/files/tasks.csv')).toEqual([
        {
          ...{ task: 'approval', says: 'Revisar 3 opciones', count: '3', consultation: slug },
          ...{ title: 'Consulta de prueba', address: `/org/c/${slug}?state=approval` },
        },
      ]);
      expect(await (await browserOf(name).get('/org')).text()).toContain('href="/org/files/tasks.csv"');
    }
    for (const browser of [crew.organiser, crew.guarantor, crew.observer, browserOf('Nora')]) {
      expect(await tasksOf(browser)).toEqual([]);
      expect(await savedTable(browser, '/org/files/tasks.csv')).toEqual([]);
    }
    await site.database.pool.query(
      `update options set approved_at = now(), approved_by = (select id from accounts where name = 'Raúl')`,
    );
  });

  test('organisers see the papers that lack something, each those of their part', async () => {
    const { rows } = await site.database.pool.query(
      `delete from options o using contests k, territories t where o.contest_id = k.id and t.id = k.territory_id
       and t.code = 'PS-2' returning o.*`,
    );
    expect(await tasksOf(crew.organiser)).toEqual([['?state=no_options', 'Escribir las opciones de una papeleta']]);
    expect(await tasksOf(browserOf('Nora'))).toEqual([]);
    expect(await tasksOf(crew.guarantor)).toEqual([]);
    for (const row of rows) {
      const columns = Object.keys(row);
      await site.database.pool.query(
        `insert into options (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
        columns.map((column) => row[column]),
      );
    }
  });

  test('the organisers of the whole see that nobody wrote where people vote with help, until one does', async () => {
    await site.database.pool.query('delete from stations');
    const task = ['/stations', 'Escribir dónde votan con ayuda quienes no pueden con su teléfono'];
    expect(await tasksOf(crew.organiser)).toEqual([task]);
    for (const browser of [crew.guarantor, browserOf('Nora')]) {
      expect((await tasksOf(browser)).map(([href]) => href)).not.toContain('/stations');
    }
    await crew.organiser.post(`/org/c/${slug}/stations`, station);
    expect(await tasksOf(crew.organiser)).toEqual([]);
  });

  test('guarantors of the whole see that it can be frozen, until one has proposed it: then the others see the act', async () => {
    const task = ['/freeze', 'Todo está revisado: se puede proponer congelar la regla'];
    expect(await tasksOf(crew.guarantor)).toEqual([task]);
    expect(await tasksOf(crew.second)).toEqual([task]);
    // Who answers for a part does not freeze the whole.
    expect(await tasksOf(browserOf('Néstor'))).toEqual([]);
    const act = pageOf(await crew.guarantor.post(`/org/c/${slug}/freeze`, { reason: 'Todo está revisado.' }));
    expect([await tasksOf(crew.guarantor), await tasksOf(crew.second)]).toEqual([[], []]);
    const second = await (await crew.second.get('/org')).text();
    expect(/<section[^>]* id="waiting"[\s\S]*?<\/section>/u.exec(second)?.[0]).toContain(act);
    const first = await (await crew.guarantor.get('/org')).text();
    expect(/<section[^>]* id="mine"[\s\S]*?<\/section>/u.exec(first)?.[0]).toContain(act);
    expect(first).not.toContain('id="waiting"');
    await crew.guarantor.post(act, { decision: 'withdraw' });
  });
});

describe('the empty page', () => {
  test('says what will be here, and leads observers to what they can verify', async () => {
    const draft = await (await browserOf('Nelson').get('/org')).text();
    expect(draft).toContain('No hay nada que espere por usted.');
    expect(draft).toContain('Aquí estarán los actos que necesiten su acuerdo');
    expect(draft).not.toContain(`/c/${slug}/observe`);
  });
});

test('while papers are written, the room offers nobody what would be refused', async () => {
  for (const browser of [crew.reviewer, crew.guarantor, crew.observer, browserOf('Norma'), browserOf('Nora')]) {
    const room = await followLinks(site, `/org/c/${slug}`, browser.cookie);
    expect(room.broken).toEqual([]);
  }
  const offered = async (browser: StaffBrowser): Promise<readonly string[]> => {
    const text = await (await browser.get(`/org/c/${slug}`)).text();
    return [...text.matchAll(/\/bulk\/(\w+)/gu)].map(([, work = '']) => work);
  };
  await site.database.pool.query('update options set approved_by = null, approved_at = null');
  expect([await offered(crew.reviewer), await offered(crew.observer)]).toEqual([['approve_options'], []]);
  expect(await offered(crew.organiser)).toEqual(['sign_waivers', 'remove_contests']);
  await site.database.pool.query(
    `update options set approved_at = now(), approved_by = (select id from accounts where name = 'Raúl')`,
  );
});

describe('once it is frozen', () => {
  test('registrars of the whole see the roll and the codes, trustees their part of the ceremony', async () => {
    await freeze(crew, slug);
    expect(await tasksOf(browserOf('Regina'))).toEqual([
      ['?state=no_voters', 'Completar el padrón: en 2 papeletas no puede votar nadie'],
    ]);
    expect(await tasksOf(browserOf('Teresa'))).toEqual([]);
    const trustees = ['Teresa', 'Tomás', 'Tania'].map((name) => people.get(name)?.account ?? '');
    const plan = new URLSearchParams(trustees.map((account) => ['accounts', account]));
    plan.set('threshold', '2');
    plan.set('waiver', '');
    expect((await crew.organiser.send(`/org/c/${slug}/trustees/plan`, plan)).status).toBe(303);
    for (const name of ['Teresa', 'Tomás', 'Tania']) {
      expect(await tasksOf(browserOf(name))).toEqual([['/trustees', 'Traer su parte de la ceremonia']]);
    }
    expect(await tasksOf(browserOf('Regina'))).not.toContainEqual(['/trustees', 'Traer su parte de la ceremonia']);
    expect(await (await browserOf('Nelson').get('/org')).text()).toContain(`/c/${slug}/observe`);
  });

  test('staff of a region find the papers of their territory, and no link of their pages leads to a refusal', async () => {
    for (const name of ['Norma', 'Nora', 'Néstor', 'Nelson', 'Nubia']) {
      const { cookie } = browserOf(name);
      const { text, broken } = await followLinks(site, '/org', cookie);
      expect([name, broken]).toEqual([name, []]);
      expect(text).toContain(`<a href="/org/c/${slug}#exceptions">1</a>`);
      const room = await followLinks(site, `/org/c/${slug}`, cookie);
      expect([name, room.broken]).toEqual([name, []]);
      const contests = await contestsOf(browserOf(name), slug);
      expect(contests).toHaveLength(1);
      const paper = await followLinks(site, `/org/c/${slug}/contests/${contests[0]}`, cookie);
      expect([name, paper.broken]).toEqual([name, []]);
    }
  });
});
