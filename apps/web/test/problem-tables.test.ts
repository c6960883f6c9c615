import { afterAll, expect, test } from 'vitest';
import { translationOf } from '../src/i18n/translation.ts';
import { bring, openCity, prepareConsultation } from './consultations/prepared.ts';
import { savedTable } from './saved-table.ts';
import { makeStaff } from './staff.ts';

const { site, city, crew } = await openCity();
afterAll(() => site.close());

const es = translationOf('es');
const tableIn = (page: string): string => /href="([^"]+\/problems\.csv)"/u.exec(page)?.[1] ?? '';

test('all that is wrong with a table of options is saved, with what was found, disarmed', async () => {
  const template = await prepareConsultation(site, city, crew, 'errores');
  await prepareConsultation(site, city, crew, 'ajena');
  const lines = Array.from({ length: 731 }, (_, i) => `PS-1;${i};Obra ${i};=${i}+1`);
  const content = `código;número;título;costo\n${lines.join('\n')}\n`;
  const path = '/org/c/errores/options';
  const answer = await bring(site, crew.organiser, path, { content, name: 'opciones.csv' }, { template });
  const page = await answer.text();
  expect([answer.status, page.match(/<th scope="row">Línea/gu)?.length]).toEqual([422, 200]);
  const table = tableIn(page);
  const rows = await savedTable(crew.organiser, table);
  const { bad_cost, bad_number } = es.controlRoom.problem;
  expect(rows).toEqual(
    [
      // 0 is no number of an option.
      ...[{ line: '2', column: 'number', found: '0', problem: 'bad_number', what_to_do: bad_number('0', 999) }],
      ...lines.map((_, i) => ({
        ...{ line: String(i + 2), column: 'cost', found: `'=${i}+1`, problem: 'bad_cost' },
        what_to_do: bad_cost(`=${i}+1`, 2),
      })),
    ].map((row) => ({ ...row, feature: '' })),
  );
  const [, id = ''] = /problems\/([0-9a-f-]{36})/u.exec(table) ?? [];
  for (const other of [`/org/c/ajena/options/problems/${id}/problems.csv`, `${path}/problems/x/problems.csv`]) {
    expect([other, (await crew.organiser.get(other)).status]).toEqual([other, 404]);
  }
  // A list is of one kind: whoever may see one of those may not see this.
  const registrar = await makeStaff(site, 'Regina', [
    { role: 'registrar', territory: null },
    { role: 'administrator', territory: null },
  ]);
  for (const other of [
    `/org/c/errores/roll/imports/${id}/problems.csv`,
    `/org/territories/problems/${id}/problems.csv`,
  ]) {
    expect([other, (await registrar.browser.get(other)).status]).toEqual([other, 404]);
  }
  expect((await registrar.browser.get(table)).status).toBe(403);
});

test('all that is wrong with a file of territories is saved, by line or by feature', async () => {
  const { browser } = await makeStaff(site, 'Ada', [{ role: 'administrator', territory: null }]);
  const lines = Array.from({ length: 1303 }, (_, i) => `X${i},PS,aldea ${i},Lugar ${i}`);
  const content = `code,parent,level,name\n${lines.join('\n')}\n`;
  const path = '/org/territories/import';
  const fields = { encoding: '', separator: '' };
  const page = await (await bring(site, browser, path, { content, name: 'lugares.csv' }, fields)).text();
  expect(page).toContain(es.tables.moreProblems(303));
  const level = (found: string) => ({
    ...{ column: 'level', found, problem: 'unknown_level' },
    what_to_do: es.territories.problem({ type: 'unknown_level', found }),
  });
  expect(await savedTable(browser, tableIn(page))).toEqual(
    lines.map((_, i) => ({ ...level(`aldea ${i}`), line: String(i + 2), feature: '' })),
  );
  const features = [0, 1].map((i) => ({
    ...{ type: 'Feature', geometry: null, properties: { code: `Y${i}`, parent: 'PS', level: '@x', name: `Otro ${i}` } },
  }));
  const map = JSON.stringify({ type: 'FeatureCollection', features });
  const second = await (await bring(site, browser, path, { content: map, name: 'mapa.geojson' }, fields)).text();
  expect(await savedTable(browser, tableIn(second))).toEqual(
    features.map((_, i) => ({ ...level('@x'), found: "'@x", line: '', feature: String(i + 1) })),
  );
  expect((await crew.organiser.get(tableIn(page))).status).toBe(403);
});

test('all that a file of territories would change is saved, more than its page lists', async () => {
  const { browser } = await makeStaff(site, 'Alba', [{ role: 'administrator', territory: null }]);
  const lines = Array.from({ length: 431 }, (_, i) => `N${i},PS,commune,=Lugar ${i},${i}`);
  const content = `code,parent,level,name,population\nPS-1,PS,commune,La Enramada Alta,\n${lines.join('\n')}\n`;
  const path = '/org/territories/import';
  const answer = await bring(site, browser, path, { content, name: 'lugares.csv' }, { encoding: '', separator: '' });
  const waiting = answer.headers.get('Location') ?? '';
  const table = `${waiting}/changes.csv`;
  expect(await (await browser.get(waiting)).text()).toContain(`href="${table}"`);
  const commune = { parent: 'PS', level: 'commune', outline: 'false' };
  const none = { parent_before: '', level_before: '', name_before: '', population_before: '' };
  const before = { ...none, parent_before: 'PS', level_before: 'commune', name_before: 'La Enramada' };
  expect(await savedTable(browser, table)).toEqual([
    { ...commune, ...before, change: 'changed', code: 'PS-1', name: 'La Enramada Alta', population: '' },
    ...lines.map((_, i) => ({
      ...{ ...commune, ...none, change: 'added', code: `N${i}`, name: `'=Lugar ${i}`, population: String(i) },
    })),
  ]);
  expect((await crew.organiser.get(table)).status).toBe(403);
  await browser.post(waiting);
  expect((await browser.get(table)).status).toBe(404);
});
