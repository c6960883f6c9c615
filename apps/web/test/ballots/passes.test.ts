import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { makeStaff } from '../staff.ts';
import { openVote, type OpenVote } from './open-vote.ts';
import { askForCodes } from './roll-of-mail.ts';

let site: TestSite;
let vote: OpenVote;
/** Two streets of the place that votes; everybody lives in the first. */
const [street, other] = [randomUUID(), randomUUID()];
beforeAll(async () => {
  site = await openTestSite();
  vote = await openVote(site, 1);
  const { pool } = site.database;
  for (const id of [street, other]) {
    await pool.query(
      `insert into territories (id, parent_id, level, code, name, path)
       select $1::uuid, t.id, 'sector', $1::text, $1::text, t.path || $1::uuid
       from territories t join contests k on k.territory_id = t.id where k.id = $2`,
      [id, vote.contest],
    );
  }
  await askForCodes(pool, vote, [
    { name: 'Rosa Mora', email: null },
    { name: 'Luz Paz', email: null },
  ]);
  await pool.query('update roll_entries set territory_id = $1 where consultation_id = $2', [street, vote.consultation]);
});
afterAll(() => site.close());

/** A guarantor of a territory asks for the pass of somebody. */
async function passFor(name: string, territory: string | null) {
  const { browser } = await makeStaff(site, 'Gloria', [{ role: 'guarantor', territory }]);
  const path = `/org/c/${vote.slug}/passes`;
  const form = await browser.get(path);
  const number = /name="number" value="([\w-]{24})"/u.exec(await form.text())?.[1] ?? '';
  const answer = await browser.post(path, { name, birth_date: '1980-01-01', document: '', told_apart: '', number });
  return { form: form.status, status: answer.status, text: await answer.text() };
}

test('a guarantor of a street gives passes to its people, and finds nobody of another street', async () => {
  const refused = await passFor('Rosa Mora', other);
  expect([refused.form, refused.status]).toEqual([200, 422]);
  expect(refused.text).toContain('En la parte del padrón que usted atiende no está esa persona');
  const given = await passFor('Rosa Mora', street);
  expect([given.form, given.status]).toEqual([200, 200]);
  expect(given.text).toMatch(/\/vote#[\w-]{24}\.[\w-]{43}/u);
  expect((await passFor('Luz Paz', null)).status).toBe(200);
});

test('a guarantor of a place where nobody votes is not let in', async () => {
  const far = randomUUID();
  await site.database.pool.query(
    `insert into territories (id, level, code, name, path) values ($1::uuid, 'commune', 'FAR', 'Lejos', array[$1::uuid])`,
    [far],
  );
  const { form, status } = await passFor('Luz Paz', far);
  expect([form, status]).toEqual([403, 403]);
});
