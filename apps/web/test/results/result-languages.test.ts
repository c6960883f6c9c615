import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestCount } from '../../src/features/results/index.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { until } from '../until.ts';
import { tallyConsultation, type TalliedConsultation } from './tallied-consultation.ts';

let site: TestSite;
let tallied: TalliedConsultation;
let works: string;
/** The result is published with an archive in one language, as those were that were made before there were others in them. */
beforeAll(async () => {
  site = await openTestSite();
  tallied = await tallyConsultation(site.site.ballots.context);
  const { consultation, contests } = tallied;
  works = `contests/${contests[0] ?? ''}/result`;
  await rows(`update consultations set languages = '{es}'`);
  await rows(
    `insert into lot_draws (consultation_id, seed, round, how, drawn_at) values ($1, '04 17 23', 1, 'Dados', now())`,
    consultation,
  );
  await inTransaction(site.site.accounts.database, (tx) =>
    requestCount(tx, { consultation, contests: tallied.tallied, now: new Date() }),
  );
  await until(async () => (await rows(`select from result_archives where status = 'verified'`)).length || undefined);
  await rows(`update result_archives set status = 'published'`);
  await rows(`update contests set status = 'provisional' where status = 'counted'`);
  await rows(`update consultations set status = 'provisional', languages = '{es,en}'`);
});
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
async function open(path: string, language = 'en') {
  const answer = await site.ask(`/c/obras-2026/${path}?lang=${language}`);
  return { status: answer.status, text: await answer.text() };
}
/** The text of a page that shows its figures. */
async function read(path: string, language?: string): Promise<string> {
  const { status, text } = await open(path, language);
  expect([path, status]).toEqual([path, 200]);
  return text;
}

test('an archive in one language tells no other, and its pages mark that one', async () => {
  const page = await read(works);
  expect(page).toMatch(/<b lang="es" dir="auto"><a href="[^"]*\/result\/projects\/1">Farolas</u);
  expect(await read('result/A1')).toContain('lang="es" dir="auto">Obras</a>');
  expect(await read('protocol')).toContain('<span lang="es" dir="auto">Farolas</span>');
  for (const path of [works, 'result/A1', 'protocol'])
    expect(await read(path)).not.toMatch(/Street lights|A tree|Works,/u);
  expect((await read('result-options.csv')).split('\r\n')[0]).not.toContain('title_en');
});

test('the one that is made anew after a contest was annulled has the others', async () => {
  const annulled = tallied.contests[4] ?? '';
  await rows(`update contests set status = 'annulled' where id = $1`, annulled);
  await rows(
    `insert into audit_trail (event, subject, happened_at, reason, is_public)
     values ('contest.annul', $1, now(), 'Se perdieron cartas.', true)`,
    annulled,
  );
  expect((await open('result')).status).toBe(503);
  await until(async () => ((await open('result')).status === 200 ? true : undefined));
  expect((await read('result-options.csv')).split('\r\n')[0]).toContain('title_en');
});

test('a result is read in the language of the page as far as it was written, beside the titles that were sealed', async () => {
  const page = await read(works);
  expect(page).toContain('Works, Calle Cedro.');
  expect(page).toContain('/result/projects/1">Street lights</a></b>');
  expect(page).toContain('In the sealed votes: <span lang="es" dir="auto">Farolas</span>');
  expect(page).toMatch(/<b lang="es" dir="auto"><a href="[^"]*\/result\/projects\/2">Bancos</u);
  expect(page).not.toContain('>Bancos</span></small>');
  const option = await read(`${works}/projects/1`);
  expect(option).toMatch(/<h1[^>]*>[^<]*Street lights/u);
  expect(option).toContain('In the sealed votes: <span lang="es" dir="auto">Farolas</span>');
  const street = await read('result/A1');
  expect(street).toContain('dir="auto">Works</a>');
  expect(street).toContain('<bdi>A tree</bdi> and <bdi>Street lights</bdi>');
  expect(street).toContain('lang="es" dir="auto">Obras por partes</a>');
  const protocol = await read('protocol');
  expect(protocol).toContain('Works, Calle Cedro (A1)');
  expect(protocol).toContain(
    '<span lang="es" dir="auto">Farolas</span><span class="told" dir="auto">Street lights</span>',
  );
});

test('whoever reads in the first language is told nothing twice', async () => {
  for (const path of [works, 'result/A1', 'protocol'])
    expect(await read(path, 'es')).not.toMatch(/Street lights|A tree|Works|En los votos sellados/u);
});

test('nothing is shown where the rows call an option otherwise', async () => {
  const call = (title: string) =>
    rows(`update options set titles = $2 where number = 1 and contest_id = $1`, tallied.contests[0], { en: title });
  await call('More lights');
  expect((await open(works)).status).toBe(503);
  await call('Street lights');
  expect((await open(works)).status).toBe(200);
});

test('nothing is shown where the kept file calls it otherwise', async () => {
  const [record] = await rows(`select id from result_archives where status = 'published'`);
  const path = join(site.dataFolder, 'archives', String(record?.['id']), 'archive.zip');
  const good = readFileSync(path);
  const bad = Buffer.from(good);
  bad.write('Streat', good.indexOf('"titles":{"en":"Street lights"}') + 16);
  expect(bad.equals(good)).toBe(false);
  writeFileSync(path, bad);
  for (const shown of [works, 'result/A1', 'protocol', 'result-options.csv'])
    expect([shown, (await open(shown)).status]).toEqual([shown, 503]);
  writeFileSync(path, good);
  expect((await open(works)).status).toBe(200);
});
