import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showPeople } from '../src/features/accounts/usecases/show-people.ts';
import { showTasks } from '../src/features/accounts/usecases/show-tasks.ts';
import { makePlaces, type TestPlaces } from './access-places.ts';
import { openTestSite, type TestSite } from './open-test-site.ts';
import { savedTable } from './saved-table.ts';
import { makeStaff } from './staff.ts';

let site: TestSite;
let places: TestPlaces;
beforeAll(async () => {
  site = await openTestSite();
  places = await makePlaces(site);
});
afterAll(() => site.close());

test('people and their roles are saved as whoever asks may know of them', async () => {
  const { accounts } = site.site;
  const all = await makeStaff(site, 'Ada', [{ role: 'administrator', territory: null }]);
  const few = await makeStaff(site, 'Olga', [{ role: 'observer', territory: places.own.territory }]);
  await makeStaff(site, '=HYPERLINK("x")', [
    { role: 'guarantor', territory: places.own.territory },
    { role: 'observer', territory: places.other.territory },
  ]);
  await makeStaff(site, 'Nadie', []);
  await makeStaff(site, 'Sara', [{ role: 'observer', territory: places.other.territory }]);
  for (const { account, browser } of [all, few]) {
    const seen = await showPeople(accounts, account);
    const expected = seen.flatMap(({ person, showsEmail }) => {
      const who = {
        ...{ id: person.id, name: person.name, email: showsEmail ? person.email : '', state: 'active' },
      };
      const held = person.grants.map(({ role, territoryName }) => ({
        ...{ ...who, role, everywhere: String(territoryName === null), where: territoryName ?? '' },
      }));
      return held.length === 0 ? [{ ...who, role: '', everywhere: '', where: '' }] : held;
    });
    const rows = await savedTable(browser, '/org/people/files/people.csv');
    // What a spreadsheet would run is disarmed.
    expect(rows.map((row) => ({ ...row, name: row['name']?.replace(/^'/u, '') }))).toEqual(expected);
    expect(rows.some(({ name }) => name === `'=HYPERLINK("x")`)).toBe(true);
  }
  const known = new Set((await savedTable(few.browser, '/org/people/files/people.csv')).map(({ name }) => name));
  expect([known.has('Sara'), known.has('Nadie'), known.has('Ada')]).toEqual([false, false, true]);
  expect(await (await few.browser.get('/org/people')).text()).toContain('href="/org/people/files/people.csv"');
});

test('acts are saved all of them, more than any page lists, each once, and none of another territory', async () => {
  const { database, newId, now } = site.site.accounts;
  const organiser = await makeStaff(site, 'Ana', [{ role: 'organiser', territory: places.own.territory }]);
  const other = await makeStaff(site, 'Otto', [{ role: 'organiser', territory: places.other.territory }]);
  const started = now().getTime();
  const act = (i: number, territory: string | null) => ({
    ...{ id: newId(), act: 'role.grant' as const, territory_id: territory, subject: randomUUID() },
    ...{ body: '{}', reason: `Razón ${i}.`, proposed_by: organiser.account },
    // Many at one instant: the order goes on by id.
    proposed_at: new Date(started + Math.floor(i / 100)),
    ...(i % 2 === 0
      ? { status: 'proposed' as const }
      : { status: 'declined' as const, decided_by: other.account, decided_at: now() }),
  });
  const own = Array.from({ length: 1203 }, (_, i) => act(i, places.own.territory));
  await database.insertInto('two_person_acts').values(own).execute();
  await database
    .insertInto('two_person_acts')
    .values([act(1, places.other.territory), act(3, null)])
    .execute();
  const rows = await savedTable(organiser.browser, '/org/acts/files/acts.csv');
  const inOrder = own.toSorted(
    (a, b) => a.proposed_at.getTime() - b.proposed_at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  expect(rows.map(({ id, why, state, decided_by }) => [id, why, state, decided_by])).toEqual(
    inOrder.map(({ id, reason, status }) => [id, reason, status, status === 'proposed' ? '' : 'Otto']),
  );
  expect(await savedTable(other.browser, '/org/acts/files/acts.csv')).toHaveLength(1);
  const all = await makeStaff(site, 'Alba', [{ role: 'organiser', territory: null }]);
  expect(await savedTable(all.browser, '/org/acts/files/acts.csv')).toHaveLength(own.length + 2);
  const page = await (await organiser.browser.get('/org/acts')).text();
  expect(page).toContain('href="/org/acts/files/acts.csv"');
  expect(page).toContain(rows[0]?.['title']);
});

test('consultations are saved as the first page of staff lists them', async () => {
  const { account, browser } = await makeStaff(site, 'Oto', [{ role: 'organiser', territory: places.own.territory }]);
  const { accounts } = site.site;
  const shown = await showTasks({ database: accounts.database, tasks: [] }, account);
  const rows = await savedTable(browser, '/org/files/consultations.csv');
  expect(rows).toEqual(
    shown.map(({ consultation: { id, slug, status, territoryName, contests } }) => ({
      ...{ id, consultation: slug, title: 'norte', state: status, territory: territoryName },
      contests: String(contests),
    })),
  );
  expect(rows.map(({ consultation }) => consultation)).toEqual([places.own.consultation]);
  expect(await (await browser.get('/org')).text()).toContain('href="/org/files/consultations.csv"');
});
