import { consultationStates, mayStateDelay } from '@convite/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlaces, type TestPlace } from '../access-places.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { makeStaff, type StaffBrowser } from '../staff.ts';

let site: TestSite;
let place: TestPlace;
let guarantor: StaffBrowser;
beforeAll(async () => {
  site = await openTestSite();
  place = (await makePlaces(site)).own;
  guarantor = (await makeStaff(site, 'Gloria', [{ role: 'guarantor', territory: place.territory }])).browser;
});
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
const later = (minutes: number): Date => new Date(site.clock.now.getTime() + minutes * 60_000);
/** Leaves the consultation in a state, so many minutes after its vote ended. */
const stand = (status: string, minutes: number) =>
  rows(
    'update consultations set status = $1, opens_at = $2, closes_at = $3 where slug = $4',
    ...[status, later(-minutes - 600), later(-minutes), place.consultation],
  );
const say = (delay: string): Promise<Response> =>
  guarantor.post(`/org/c/${place.consultation}/result/delay`, { delay });
const read = async (path: string): Promise<string> => (await site.ask(`/c/${place.consultation}${path}`)).text();
const stated = () =>
  rows(`select t.reason, t.is_public, t.territory_id, a.name from audit_trail t join accounts a on a.id = t.actor
    where t.event = 'result.delay' order by t.number`);

test('a result is late a day after the vote: then guarantors are asked to say why, until one has', async () => {
  const isAsked = async (): Promise<boolean> =>
    (await (await guarantor.get('/org')).text()).includes('diga a todos por qué');
  await stand('tallying', 24 * 60 - 5);
  expect(await isAsked()).toBe(false);
  await stand('tallying', 24 * 60 + 5);
  expect(await isAsked()).toBe(true);
  expect((await say('Se fue la luz en <b>Sector A</b>.')).status).toBe(303);
  expect(await isAsked()).toBe(false);
});

test('what is no reason is sent back with what is wrong, and nothing of it stands anywhere', async () => {
  for (const [text, problem] of [
    [' ', 'Escriba por qué'],
    ['x'.repeat(501), 'demasiado largo'],
    ['al\u202erevés', 'signos que no se ven'],
  ] as const) {
    const refused = await say(text);
    expect([refused.status, (await refused.text()).includes(problem)]).toEqual([422, true]);
  }
  expect(await stated()).toHaveLength(1);
});

test('it is said before that too, and again; all of it stays where everybody reads it, the last first', async () => {
  await stand('closed', 5);
  site.clock.now = later(1);
  expect((await say('Ya hay luz;\r\nmañana se cuenta.')).status).toBe(303);
  const line = { is_public: true, territory_id: place.territory, name: 'Gloria' };
  expect(await stated()).toEqual([
    { reason: 'Se fue la luz en <b>Sector A</b>.', ...line },
    { reason: 'Ya hay luz; mañana se cuenta.', ...line },
  ]);
  for (const path of ['', '/result', '/result/norte', `/contests/${place.contest}/result`, '/trail']) {
    const text = await read(path);
    const [last = -1, first = -1] = ['mañana se cuenta', 'Se fue la luz en &lt;b>Sector A'].map((said) =>
      text.indexOf(said),
    );
    expect([path, last !== -1, first > last]).toEqual([path, true, true]);
  }
});

test('it is said while there is no result, and never while people vote or beside a result', async () => {
  for (const status of consultationStates) {
    await stand(status, 24 * 60 + 5);
    const before = (await stated()).length;
    const answer = await say(`Dicho en ${status}.`);
    const isSaid = mayStateDelay(status);
    expect([status, answer.status]).toEqual([status, isSaid ? 303 : 422]);
    expect([status, (await stated()).length]).toEqual([status, before + (isSaid ? 1 : 0)]);
    expect([status, (await read('')).includes('mañana se cuenta')]).toEqual([status, isSaid]);
  }
});
