import { countReportSchema, parsePabulib } from '@convite/counting';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookiesOf, fromBrowser, openTestSite, settled, type TestSite, upload } from './open-test-site.ts';
import { smallVote } from './small-vote.ts';
import { until } from './until.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const rows = async (sql: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(sql, [...values])).rows;
const count = async (table: string): Promise<number> =>
  Number((await rows(`select count(*) from ${table}`))[0]?.['count']);
const locationOf = (response: Response): string => response.headers.get('Location') ?? '';

async function bring(number: number, options: Parameters<typeof upload>[2] = {}): Promise<string> {
  const response = await upload(site, smallVote(number), options);
  expect(response.status).toBe(303);
  const address = locationOf(response);
  expect(await settled(site, address)).toMatchObject({ status: 200 });
  return address;
}

test('an upload leads to its result, whose report follows the published form', async () => {
  const address = await bring(1);
  const report = countReportSchema.parse(await (await site.ask(`${address}/files/report.json`)).json());
  expect(report.winners).toEqual(['1', '3']);
  expect(report.status).toBe('complete');
  const page = await (await site.ask(address)).text();
  expect(page).toContain('Bench');
});

test('the first page shows the demo counted, in the language asked for', async () => {
  const spanish = await (await site.ask('/?lang=es')).text();
  expect(spanish).toContain('lang="es"');
  const english = await (await site.ask('/', { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } })).text();
  expect(english).toContain('lang="en"');
  expect(english).toMatch(/\/recounts\/[0-9a-f]{64}/u);
});

test('a sample is counted without being uploaded, and nobody can take it away', async () => {
  const form = new FormData();
  form.set('sample', 'vereda-el-sauce');
  const response = await site.ask('/recounts', { method: 'POST', body: form, headers: fromBrowser(site) });
  expect(response.status).toBe(303);
  const address = locationOf(response);
  const removed = await site.ask(`${address}/remove`, {
    method: 'POST',
    body: new URLSearchParams({ token: 'aaaaa-aaaaa-aaaaa-aaaaa' }),
    headers: fromBrowser(site),
  });
  expect(removed.status).toBe(403);
  expect((await settled(site, address)).status).toBe(200);
});

test('two uploads of the same bytes at once are one file and one count', async () => {
  const before = await count('files');
  const answers = await Promise.all([1, 2, 3].map((i) => upload(site, smallVote(2), { address: `198.51.100.${i}` })));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(new Set(answers.map(locationOf)).size).toBe(1);
  expect(await count('files')).toBe(before + 1);
  const [answer] = answers;
  const hash = locationOf(answer ?? Response.error())
    .split('/')
    .at(-1);
  await settled(site, `/recounts/${hash}`);
  const audit = await rows('select event from audit_trail where subject = $1 order by number', [hash]);
  expect(audit.map((line) => line['event'])).toEqual(['recount.requested', 'recount.finished']);
});

test('only the browser that brought a file can take it back, and then its address is gone', async () => {
  const response = await upload(site, smallVote(3));
  const address = locationOf(response);
  await settled(site, address);
  const cookie = cookiesOf(response);
  const own = await (await site.ask(address, { headers: { Cookie: cookie } })).text();
  const code = /name="token" value="([^"]+)"/u.exec(own)?.[1] ?? '';
  expect(code).toMatch(/^(\w{5}-){3}\w{5}$/u);
  expect(await (await site.ask(address)).text()).not.toContain('name="token"');

  const remove = (token: string): Promise<Response> =>
    site.ask(`${address}/remove`, { method: 'POST', body: new URLSearchParams({ token }), headers: fromBrowser(site) });
  expect((await remove('22222-22222-22222-22222')).status).toBe(403);
  expect((await site.ask(address)).status).toBe(200);
  expect((await remove(code.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
  expect((await site.ask(address)).status).toBe(404);
  expect((await site.ask(`${address}/files/report.json`)).status).toBe(404);
});

test('a file that two people brought stays until both took it back', async () => {
  const [first, second] = await Promise.all([
    upload(site, smallVote(4)),
    upload(site, smallVote(4), { address: '192.0.2.9' }),
  ]);
  const address = locationOf(first);
  await settled(site, address);
  for (const [response, status] of [
    [first, 200],
    [second, 404],
  ] as const) {
    const own = await (await site.ask(address, { headers: { Cookie: cookiesOf(response) } })).text();
    const token = /name="token" value="([^"]+)"/u.exec(own)?.[1] ?? '';
    const body = new URLSearchParams({ token });
    await site.ask(`${address}/remove`, { method: 'POST', body, headers: fromBrowser(site) });
    expect((await site.ask(address)).status).toBe(status);
  }
});

test('what if: each change has its own address, and going back leads to the first', async () => {
  const address = await bring(5);
  const ask = async (from: string, query: string): Promise<string> => {
    const response = await site.ask(`${from}?${query}`, { headers: { 'X-Forwarded-For': '198.51.100.77' } });
    expect(response.status).toBe(303);
    const changed = locationOf(response);
    expect((await settled(site, changed)).status).toBe(200);
    return changed;
  };
  const reportOf = async (path: string) =>
    countReportSchema.parse(await (await site.ask(`${path}/files/report.json`)).json());

  const richer = await ask(address, 'budget=150');
  expect((await reportOf(richer)).winners.toSorted()).toEqual(['1', '2', '3']);
  const fewer = await ask(richer, 'without=2');
  expect((await reportOf(fewer)).projects.map(({ id }) => id)).toEqual(['1', '3']);
  expect((await reportOf(fewer)).budget).toBe('150');
  const shares = await ask(address, 'rule=equal-shares');
  expect((await reportOf(shares)).rule.rule).toBe('equal-shares');
  expect(await ask(shares, 'rule=greedy')).not.toBe(shares);
  expect(await ask(address, 'budget=150%2C00')).toBe(richer);
  expect(await ask(address, 'budget=100')).toBe(address);
});

test.each(['budget=a+lot', 'budget=-5', 'rule=dictator', 'without=99', 'without=1&without=2&without=3'])(
  'what if that cannot be (%s) is answered as a bad request',
  async (query) => {
    const address = await bring(6);
    expect((await site.ask(`${address}?${query}`)).status).toBe(400);
  },
);

test('a tie that decides waits for lots; a whole order settles it, others are refused with words', async () => {
  const samples = await (await site.ask('/api/v1/samples?lang=en')).json();
  const tied = JSON.stringify(samples).match(/vereda-el-sauce.*?recounts\/([0-9a-f]{64})/u)?.[1] ?? '';
  await settled(site, `/recounts/${tied}`);
  const before = countReportSchema.parse(await (await site.ask(`/recounts/${tied}/files/report.json`)).json());
  expect(before.status).toBe('lots_required');
  const open = before.ties.filter((tie) => tie.settled_by === 'open').flatMap((tie) => tie.tied);
  const send = (lots: readonly string[]): Promise<Response> =>
    site.ask(`/recounts/${tied}/lots`, {
      method: 'POST',
      body: new URLSearchParams(lots.map((id) => ['lot', id])),
      headers: fromBrowser(site),
    });
  expect((await send([])).status).toBe(422);
  expect((await send(['no such'])).status).toBe(422);
  expect((await send([...open, ...open])).status).toBe(422);
  const drawn = await send(open);
  expect(drawn.status).toBe(303);
  await settled(site, locationOf(drawn));
  const after = countReportSchema.parse(await (await site.ask(`${locationOf(drawn)}/files/report.json`)).json());
  expect(after.status).toBe('complete');
  expect(after.winners).toContain(open[0]);
});

test('the page of a project tells what would have changed its fate, once that is found', async () => {
  const address = await bring(7);
  const path = `${address.replace('/recounts', '/api/v1/recounts')}/projects/2`;
  const found: unknown = await until(async () => {
    const { counterfactuals } = await (await site.ask(path)).json();
    return counterfactuals === 'counting' ? undefined : counterfactuals;
  });
  // With two more ballots it stands before project 1; with one more, or any lower cost, a tie stays open.
  expect(found).toMatchObject({
    cost: { type: 'none_in_range' },
    ballots: { type: 'switch', funded: 2, notFunded: 1 },
  });
  expect((await site.ask(`${address}/projects/2`)).status).toBe(200);
});

test('an unknown project, a broken hash and an unknown file are not found', async () => {
  const address = await bring(8);
  for (const path of [
    `${address}/projects/77`,
    '/recounts/abc',
    `/recounts/${'0'.repeat(64)}`,
    `${address}/files/x`,
    '/nothing',
  ]) {
    expect((await site.ask(path)).status, path).toBe(404);
  }
});

test('the ballots that can be taken home say nothing about who voted, and count the same', async () => {
  const address = await bring(9);
  const text = await (await site.ask(`${address}/files/ballots.pb`)).text();
  expect(text).not.toMatch(/age|sex|carlos/u);
  const read = parsePabulib(new TextEncoder().encode(text));
  expect(read.ok && read.value.profile.ballots).toBe(4);
});

test('tables are disarmed for spreadsheets and described', async () => {
  const response = await upload(site, smallVote(10).replace('Bench', '=HYPERLINK(1)'));
  const address = locationOf(response);
  await settled(site, address);
  const csv = await (await site.ask(`${address}/files/projects.csv`)).text();
  expect(csv.split('\r\n')[0]).toBe('id,name,categories,neighbourhood,cost,votes,points,funded,order,reason');
  expect(csv).toContain("'=HYPERLINK(1)");
  const described = await (await site.ask(`${address}/files/datapackage.json`)).json();
  expect(described.resources[0].path).toBe('projects.csv');
  for (const part of ['transcript.txt', 'share.txt', 'rule.json']) {
    const file = await site.ask(`${address}/files/${part}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
  }
});

test('an upload is deleted after 30 days, samples are not', async () => {
  const address = await bring(11);
  const samples = await rows("select count(*) from files where origin <> 'upload'");
  const { deleteExpired } = await import('../src/features/recounts/usecases/remove-upload.ts');
  await deleteExpired(site.site.recounts);
  expect((await site.ask(address)).status).toBe(200);
  site.clock.now = new Date(site.clock.now.getTime() + 30 * 24 * 60 * 60 * 1000 + 1000);
  await deleteExpired(site.site.recounts);
  expect((await site.ask(address)).status).toBe(404);
  expect(await rows("select count(*) from files where origin <> 'upload'")).toEqual(samples);
  expect(await count("files where origin = 'upload'")).toBe(0);
});
