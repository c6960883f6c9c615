import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fromBrowser, openTestSite, type TestSite, upload } from './open-test-site.ts';
import { smallVote } from './small-vote.ts';
import { until } from './until.ts';

let site: TestSite;
let stored: number;
beforeAll(async () => {
  site = await openTestSite();
  stored = await filesStored();
});
afterAll(() => site.close());

async function filesStored(): Promise<number> {
  const { rows } = await site.database.pool.query('select count(*) from files');
  return rows[0].count;
}

afterEach(async () => {
  expect(await filesStored(), 'nothing was stored').toBe(stored);
  expect((await site.ask('/healthz')).status, 'the server stays up').toBe(200);
});

const megabyte = 1024 * 1024;
const zip = new Uint8Array(Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(2000)]));

test.each([
  ['an empty file', '', 422],
  ['20 MB of noise', new Uint8Array(randomBytes(20 * megabyte)), 415],
  ['more than 20 MB', new Uint8Array(20 * megabyte + 1).fill(65), 413],
  ['a zip', zip, 415],
  ['a gzip', new Uint8Array(gzipSync(smallVote(1))), 415],
  ['a text of another kind', 'Dear committee,\nplease count.\n', 422],
  ['20 MB of line ends', '\n'.repeat(20 * megabyte), 422],
  ['a vote that declares no rule', smallVote(1, 'unknown'), 422],
  ['another encoding', new Uint8Array(Buffer.from(smallVote(1), 'utf16le')), 415],
])('%s is answered with a page that says why', async (_name, content, status) => {
  const response = await upload(site, content);
  const page = await response.text();
  expect(response.status).toBe(status);
  expect(page).toContain('class="problem"');
});

test('errors in a file are told with the number of their line', async () => {
  const broken = smallVote(1).replace('2;50;Lamp', '2;fifty;Lamp').replace('carlos;53;M;2,3', 'carlos;53;M;2,33');
  const response = await upload(site, broken);
  const page = await response.text();
  expect(response.status).toBe(422);
  expect(page).toMatch(/Línea 17/u);
  expect(page).toMatch(/Línea 23/u);
});

test('of very many errors the first hundred are told, and how many more there are', async () => {
  const lines = smallVote(1).split('\n');
  const end = lines.findLastIndex((line) => line !== '') + 1;
  const broken = [...lines.slice(0, end), ...Array.from({ length: 730 }, (_, i) => `v${i};33;M;999`), ''].join('\n');
  const page = await (await upload(site, broken)).text();
  expect(page).toContain('Encontramos 730 problemas.');
  expect(page.match(/<th scope="row">Línea \d+<\/th>/gu)).toHaveLength(100);
  expect(page).toContain('<p>Y 630 más.</p>');
  const answer = await site.ask('/api/v1/recounts', { method: 'POST', body: broken, headers: fromBrowser(site) });
  const told = await answer.json();
  expect([told.problems.length, told.more_problems]).toEqual([100, 630]);
});

test('what a file says is shown as text, never as markup', async () => {
  const nasty = smallVote(1).replace('2;50;Lamp', '2;<script>alert(1)</script>;Lamp');
  const page = await (await upload(site, nasty, { name: '"><img src=x onerror=1>.pb' })).text();
  expect(page).not.toMatch(/<script>alert|<img src=x/u);
  expect(page).toContain('&lt;');
});

test('a form without a file, another form, no form at all, and a form cut short are refused', async () => {
  const none = new FormData();
  none.set('rule', '');
  const headers = fromBrowser(site);
  const send = (body: BodyInit, type?: string): Promise<Response> =>
    site.ask('/recounts', {
      method: 'POST',
      body,
      headers: { ...headers, ...(type === undefined ? {} : { 'Content-Type': type }) },
    });
  expect((await send(none)).status).toBe(400);
  expect((await send('file=x', 'application/x-www-form-urlencoded')).status).toBe(400);
  expect((await send('x', 'multipart/form-data')).status).toBe(400);
  const cut = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pb"\r\n\r\nMETA';
  expect((await send(cut, 'multipart/form-data; boundary=b')).status).toBe(400);
  expect((await upload(site, smallVote(1), { rule: 'dictator' })).status).toBe(400);
  const sample = new FormData();
  sample.set('sample', '../../etc/passwd');
  expect((await send(sample)).status).toBe(404);
});

test('a rule that does not go with the ballots is refused with words, after the upload was taken in', async () => {
  const response = await upload(site, smallVote(7), { rule: 'majority-judgement' });
  const address = response.headers.get('Location') ?? '';
  const answer = await until(async () => {
    const asked = await site.ask(address);
    return asked.status === 200 ? undefined : asked;
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('class="problem"');
  await site.database.pool.query("delete from files where origin = 'upload'");
});

test('small forms have a small limit', async () => {
  const { rows } = await site.database.pool.query('select hash from recounts limit 1');
  const body = new URLSearchParams({ token: 'x'.repeat(100_000) });
  const address = `/recounts/${rows[0].hash}/remove`;
  expect((await site.ask(address, { method: 'POST', body, headers: fromBrowser(site) })).status).toBe(413);
});
