import { randomUUID } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { readAnswer } from '@convite/trustee';
import { bytesSource } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemOutcomes } from '../../src/features/tally/pages/views.ts';
import { findConsultation } from '../../src/features/tally/store.ts';
import { tallyView } from '../../src/features/tally/usecases/show-tally.ts';
import { bring, pageOf } from '../consultations/prepared.ts';
import { fromBrowser, openTestSite, type TestSite } from '../open-test-site.ts';
import { savedTable } from '../saved-table.ts';
import type { StaffBrowser } from '../staff.ts';
import { pageAtRest } from '../until.ts';
import { answerBytes, closeVote, machineOf } from './opened-city.ts';
import { type VotedCity, voteInCity } from './voted-city.ts';

let site: TestSite;
let voted: VotedCity;
let trustee: StaffBrowser;
const path = '/org/c/obras/tally';
beforeAll(async () => {
  site = await openTestSite();
  voted = await voteInCity(site);
  trustee = voted.trustees[0] ?? voted.crew.observer;
}, 120_000);
afterAll(() => site.close());

const page = async (address = path, browser: StaffBrowser = voted.crew.observer): Promise<string> =>
  await (await browser.get(address)).text();
const settled = (address: string): Promise<string> => pageAtRest(() => voted.crew.observer.get(address));

/** What the page tells of the whole. */
async function viewOf() {
  const { database } = site.site.accounts;
  const held = await findConsultation(database, { slug: 'obras' });
  invariant(held !== undefined, 'the consultation was made');
  return await tallyView({ database }, held, { stage: undefined, page: 1 }, { account: randomUUID(), language: 'es' });
}

/** The work file of a trustee, as a browser gets it. */
async function download(owner: number): Promise<{ readonly address: string; readonly bytes: Buffer }> {
  const address = pageOf(await trustee.post(`${path}/work`, { owner: String(owner) }));
  const response = await trustee.get(address);
  expect(response.status).toBe(200);
  return { address, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('the page of the tally', () => {
  test('says while people vote when it begins, and offers nothing', async () => {
    const text = await page();
    expect(text).toContain('La votación todavía no terminó');
    expect(text).not.toContain(`${path}/work`);
  });

  test('tells after closing what waits, what is withheld, and who is awaited', async () => {
    await closeVote(voted);
    const text = await settled(path);
    for (const words of [
      '2 papeletas esperan a los custodios',
      'Sin abrir: muy pocos votos',
      'Espera mezclas',
      'Pueden hacerlo ahora: Custodio 1, Custodio 2 y Custodio 3. Bastan 2 de los 3 custodios.',
    ])
      expect(text).toContain(words);
    const few = await page(`${path}?s=withheld`);
    expect(few).toContain('Los Tres Puentes');
    expect(few).not.toContain('/contests/' + voted.totals);
  });

  test('has its contests as a file, all or those of a stage, for whoever may see the page', async () => {
    const table = async (query: string): Promise<readonly string[]> =>
      (await page(`${path}/contests.csv${query}`)).trimEnd().split('\r\n');
    const [headings, ...all] = await table('');
    expect(headings).toBe('code,territory,template,stage,counted,shuffled,shuffles,decryptions,check,where,why,id');
    const shown = await page();
    expect(shown).toContain(`href="${path}/contests.csv"`);
    expect(all.length).toBeGreaterThan(2);
    for (const line of all) expect(shown).toContain(`/contests/${line.slice(line.lastIndexOf(',') + 1)}/board`);
    const withheld = all.filter((line) => line.split(',')[3] === 'withheld');
    expect(withheld.length).toBeGreaterThan(0);
    expect((await table('?s=withheld')).slice(1)).toEqual(withheld);
    expect(await page(`${path}?s=withheld`)).toContain(`href="${path}/contests.csv?s=withheld"`);
    expect((await site.ask(`${path}/contests.csv`)).status).toBe(303);
  });

  test('has its trustees as a file, with what each can do now', async () => {
    const rows = await savedTable(voted.crew.observer, `${path}/files/trustees.csv`);
    const { trustees } = await viewOf();
    expect(rows).toEqual(
      trustees.map(({ owner, name, shuffles, decryptions, waiting }) => ({
        ...{ place: String(owner), name, shuffles: String(shuffles), decryptions: String(decryptions) },
        waiting: String(waiting),
      })),
    );
    expect(rows.map(({ waiting }) => waiting)).toContain('2');
    expect(await page()).toContain(`href="${path}/files/trustees.csv"`);
  });

  test('gives the work file whole or in part, to trustees alone', async () => {
    expect((await voted.crew.organiser.post(`${path}/work`, { owner: '1' })).status).toBe(403);
    const { address, bytes } = await download(1);
    const headers = { ...fromBrowser(site, '203.0.113.7', trustee.cookie), 'Accept-Encoding': 'identity' };
    const part = await site.ask(address, { headers: { ...headers, Range: 'bytes=700-1699' } });
    expect([part.status, part.headers.get('Content-Range')]).toEqual([206, `bytes 700-1699/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(700, 1700));
    const behind = await site.ask(address, { headers: { ...headers, Range: `bytes=${bytes.length}-` } });
    expect(behind.status).toBe(416);
    expect((await trustee.get(`${path}/work/${'0'.repeat(64)}/work.zip`)).status).toBe(404);
    expect((await trustee.post(`${path}/work`, { owner: 'x' })).status).toBe(409);
    expect((await trustee.get(`${path}/answers/x`)).status).toBe(404);
  });

  test('says what is wrong with a file that is no answer, or none to work of this consultation', async () => {
    const nothing = await bring(site, trustee, `${path}/answer`, { content: '', name: 'a.zip' });
    expect([nothing.status, (await nothing.text()).includes('Elija un archivo')]).toEqual([400, true]);
    const { bytes } = await download(1);
    const work = await bring(site, trustee, `${path}/answer`, { content: Uint8Array.from(bytes), name: 'a.zip' });
    expect([work.status, (await work.text()).includes('no tiene la forma de una respuesta')]).toEqual([422, true]);
    const answer = await answerBytes(await (await machineOf(voted, 1)).pass(bytesSource(bytes)));
    const read = await readAnswer(bytesSource(answer), nodeSha256);
    expect(read.ok && read.value.list.contests.length).toBe(2);
    await site.database.pool.query(`update tally_works set hash = repeat('0', 64)`);
    const other = await bring(site, trustee, `${path}/answer`, { content: answer, name: 'a.zip' });
    expect([other.status, (await other.text()).includes('para otro archivo de trabajo')]).toEqual([422, true]);
    await site.database.pool.query('delete from tally_works');
  });

  test('takes what trustees bring, tells what became of it, and in the end that all is open', async () => {
    for (const owner of [1, 2, 1, 2]) {
      const { bytes } = await download(owner);
      const answer = await answerBytes(await (await machineOf(voted, owner)).pass(bytesSource(bytes)));
      const brought = await bring(site, trustee, `${path}/answer`, { content: answer, name: 'a.zip' });
      expect(brought.status).toBe(303);
      expect(await settled(pageOf(brought))).toMatch(/recibidas?/u);
      await settled(path);
    }
    const answers = await savedTable(trustee, `${path}/files/answers.csv`);
    expect(answers).toEqual(
      (await viewOf()).answers.map(({ id, at, owner, contests, done, isDone, counts }) => ({
        ...{
          id,
          at,
          trustee: String(owner),
          contests: String(contests),
          checked: String(done),
          finished: String(isDone),
        },
        ...Object.fromEntries(itemOutcomes.map((outcome) => [outcome, String(counts[outcome] ?? 0)])),
      })),
    );
    expect(answers).toHaveLength(4);
    const left = `${path}/answers/${answers[0]?.['id'] ?? ''}/left.csv`;
    const why = { check: 'A.1', place: 'x', message: '@' };
    await site.database.pool.query(
      `insert into tally_answer_items (answer_id, turn, contest, kind, sha256, outcome, failure)
       select id, 1000 + n, 'sin-papeleta-' || n, 'shuffle', repeat('0', 64), 'refused', $2 from tally_answers, generate_series(1, 300) n
       where id = $1`,
      [answers[0]?.['id'], why],
    );
    const all = await savedTable(trustee, left);
    expect(all).toHaveLength(300);
    expect(all.at(-1)).toEqual({
      ...{ contest: 'sin-papeleta-300', territory: '', kind: 'shuffle', outcome: 'refused' },
      ...{ check: 'A.1', where: 'x', why: "'@" },
    });
    expect(await (await trustee.get(left.replace('/left.csv', ''))).text()).toContain(`href="${left}"`);
    expect((await trustee.get(`${path}/answers/x/left.csv`)).status).toBe(404);
    const text = await page();
    expect(text).toContain('Todo lo que se abre está abierto: 2 papeletas');
    expect(text).not.toContain(`${path}/work`);
    expect((await trustee.post(`${path}/work`, { owner: '1' })).status).toBe(409);
  });
});
