import { canonicalJson } from '@convite/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consultationOf, templateLines } from '../../src/features/consultations/usecases/show-consultation.ts';
import { envelopesView } from '../../src/features/consultations/usecases/show-setup.ts';
import { savedTable } from '../saved-table.ts';
import { makeStaff } from '../staff.ts';
import { contestsOf, freeze, openCity, prepareConsultation } from './prepared.ts';

const { site, city, crew } = await openCity();
beforeAll(async () => {
  await prepareConsultation(site, city, crew, 'tablas');
});
afterAll(() => site.close());

const room = '/org/c/tablas';
const found = async () => {
  const consultation = await consultationOf(site.site.accounts, 'tablas');
  if (consultation === undefined) throw new Error('the consultation was made');
  return consultation;
};

test('envelopes are saved with the sums that their page shows', async () => {
  const { database } = site.site.accounts;
  await database.updateTable('envelopes').set({ amount: '400000' }).where('parent_id', 'is', null).execute();
  const { envelopes } = await envelopesView(site.site.accounts, await found(), 'es');
  const rows = await savedTable(crew.observer, `${room}/envelopes/envelopes.csv`);
  expect(rows).toEqual(
    envelopes.map(({ id, name, depth, amount, sum, contests }) => ({
      ...{ id, name, amount, sum_of_parts: sum ?? '', depth: String(depth), contests: String(contests) },
    })),
  );
  expect(rows.map(({ amount, sum_of_parts }) => [amount, sum_of_parts])).toEqual([['4000.00', '3000.00']]);
  expect(await (await crew.observer.get(`${room}/envelopes`)).text()).toContain(
    `href="${room}/envelopes/envelopes.csv"`,
  );
  await database.updateTable('envelopes').set({ amount: '300000' }).where('parent_id', 'is', null).execute();
});

test('templates are saved with their whole rule, and with its hash once that is frozen', async () => {
  const saved = () => savedTable(crew.observer, `${room}/templates/templates.csv`);
  const expected = async () =>
    (await templateLines(site.site.accounts, (await found()).id, 'es')).map(
      ({ id, name, contests, template, hash }) => ({
        ...{ id, name, form: template.form, most: String(template.most), may_be_blank: String(template.mayBeBlank) },
        ...{ rule: template.rule.rule, rule_set: canonicalJson(template.rule), rule_hash: hash ?? '' },
        contests: String(contests),
      }),
    );
  expect(await saved()).toEqual(await expected());
  expect((await saved()).map(({ name, contests, rule_hash }) => [name, contests, rule_hash])).toEqual([
    ['Obra', '2', ''],
  ]);
  expect(await (await crew.observer.get(`${room}/templates`)).text()).toContain(
    `href="${room}/templates/templates.csv"`,
  );
  await freeze(crew, 'tablas');
  expect(await saved()).toEqual(await expected());
  expect((await saved())[0]?.['rule_hash']).toMatch(/^[0-9a-f]{64}$/u);
});

test('tables with help are saved with their hours in each language, to be opened without harm', async () => {
  const address = `${room}/stations`;
  expect(await (await crew.organiser.get(address)).text()).not.toContain('stations.csv');
  await site.database.pool.query(`update consultations set languages = '{es,en}' where slug = 'tablas'`);
  const written = { place: 'Casa comunal, al fondo', hours_es: 'De 8:00 a 18:00', hours_en: '8:00 to 18:00' };
  await crew.organiser.post(address, { ...written, name: 'Mesa 2' });
  await crew.organiser.post(address, { ...written, name: '+Mesa' });
  const rows = await savedTable(crew.observer, `${address}/stations.csv`);
  expect(rows).toEqual([
    { ...written, name: "'+Mesa", id: expect.any(String) },
    { ...written, name: 'Mesa 2', id: expect.any(String) },
  ]);
  expect(await (await crew.organiser.get(address)).text()).toContain(`href="${address}/stations.csv"`);
});

test('the options of one contest are saved as those of all are, and none of another', async () => {
  const [contest = ''] = await contestsOf(crew.observer, 'tablas');
  const table = `${room}/contests/${contest}/options.csv`;
  expect(await (await crew.observer.get(`${room}/contests/${contest}`)).text()).toContain(`href="${table}"`);
  const all = await savedTable(crew.observer, `${room}/options.csv`);
  const own = await savedTable(crew.observer, table);
  expect(own).toHaveLength(3);
  expect(own).toEqual(all.filter(({ code }) => code === own[0]?.['code']));
});

test('who has no role there saves none of them', async () => {
  const { browser } = await makeStaff(site, 'Lejos', [{ role: 'organiser', territory: city.communes[0] ?? null }]);
  for (const path of ['envelopes/envelopes', 'templates/templates', 'stations/stations', 'trustees/places']) {
    expect([path, (await browser.get(`${room}/${path}.csv`)).status]).toEqual([path, 403]);
  }
});
