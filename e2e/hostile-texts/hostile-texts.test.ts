import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freeze, makeCity, makeCrew, pageOf, prepareConsultation } from '../apps/web/test/consultations/prepared.ts';
import { openTestSite, type TestSite } from '../apps/web/test/open-test-site.ts';
import { tallyConsultation } from '../apps/web/test/results/tallied-consultation.ts';
import { makeStaff, type StaffBrowser } from '../apps/web/test/staff.ts';
import { until } from '../apps/web/test/until.ts';
import { requestCount } from '../apps/web/src/features/results/index.ts';
import { inTransaction } from '../apps/web/src/persistence/database.ts';
import { startBrowser } from './browser.ts';

/**
 * Texts that try to be something else than text, in every field that people write, on every page that a link leads to.
 * Pages are opened without the policy of the site: what stops a text has to be its writing, not the browser's settings.
 */
const hostile = [
  '<convite-x>',
  '"><convite-x a="',
  "'><convite-x a='",
  '" convite-x="1',
  '</title><convite-x>',
  '</textarea><convite-x>',
  '</script><convite-x>',
  '<img src=x onerror=hit=1>',
  '<svg/onload=hit=1>',
  'javascript:hit=1',
  '<!--<convite-x>',
  '&lt;convite-x&gt;',
  '&#60;convite-x&#62;',
  '{{hit=1}}${hit=1}',
  '<a href="javascript:hit=1">x</a>',
  '=HYPERLINK("http://x/","x")',
  '@SUM(1)',
  '%3Cconvite-x%3E',
  '\u003cconvite-x\u003e\u2028',
] as const;

let site: TestSite;
let browser: Browser;
let staff: StaffBrowser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), startBrowser()]);
  await prepareVotes();
  const everywhere = (['observer', 'organiser'] as const).map((role) => ({ role, territory: null }));
  staff = (await makeStaff(site, 'Omar', everywhere)).browser;
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** All of them in one text: whatever way out of its place a page leaves, one of them takes it. */
const everything = hostile.join(' ');

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;

/** A vote that stands frozen and one with a public result, both with hostile options. */
async function prepareVotes(): Promise<void> {
  const works = ['<convite-x>', '"><convite-x a="', '=HYPERLINK("http://x/","x")', '<img src=x onerror=hit=1>'];
  const { consultation, tallied, territories } = await tallyConsultation(site.site.ballots.context, { works });
  const city = await makeCity(site);
  const crew = await makeCrew(site, city.city);
  await prepareConsultation(site, city, crew, 'borrador');
  await prepareConsultation(site, city, crew, 'hostil');
  expect((await freeze(crew, 'hostil')).status).toBe(303);
  await crew.guarantor.post('/org/c/hostil/vote/annul', { why_annul: hostile[1] });

  const whole = territories['C'] ?? '';
  const person = async (name: string) =>
    (await makeStaff(site, name, [{ role: 'guarantor', territory: whole }])).browser;
  const [guarantor, second] = [await person('Gloria C'), await person('Gabriel C')];
  const at = (minutes: number): string =>
    new Date(site.clock.now.getTime() + minutes * 60_000 - 4 * 3_600_000).toISOString().slice(0, 16);
  const counted = (): Promise<true> =>
    until(async () =>
      (await rows('select from count_requests where refusal is null')).length === 0 ? true : undefined,
    );
  await inTransaction(site.site.accounts.database, (tx) =>
    requestCount(tx, { consultation, contests: tallied, now: new Date() }),
  );
  await counted();
  const room = '/org/c/obras-2026';
  await guarantor.post(`${room}/lots/announce`, { how: hostile[0], draws_at: at(4) });
  site.clock.now = new Date(site.clock.now.getTime() + 9 * 60_000);
  const drawn = await guarantor.post(`${room}/lots/draw`, { seed: hostile[7], drawn_at: at(-2), reason: hostile[1] });
  expect((await second.post(pageOf(drawn), { decision: 'agree' })).status).toBe(303);
  await counted();
  await until(async () =>
    (await rows(`select from result_archives where status = 'verified'`)).length > 0 ? true : undefined,
  );
  const proposed = await guarantor.post(`${room}/result/publish`, { reason: hostile[2] });
  expect((await second.post(pageOf(proposed), { decision: 'agree' })).status).toBe(303);
}

/** Fields in which people's words are stored; the published options are those of a file that was verified. */
const fields = [
  ['territories', 'name'],
  ['accounts', 'name'],
  ['audit_trail', 'reason'],
  ['two_person_acts', 'reason'],
  ...(['title', 'summary', 'place', 'theme'] as const).map((column) => ['options', column] as const),
  ['stations', 'name'],
  ['stations', 'place'],
] as const;
const fieldsByLanguage = [
  ['consultations', 'title'],
  ['contest_templates', 'name'],
  ['envelopes', 'name'],
] as const;

/** Writes a text into all fields, also where a form would refuse it. */
async function write(text: string): Promise<void> {
  for (const [table, column] of fields) {
    const published = `contest_id in (select id from contests where status in ('provisional', 'withheld'))`;
    // In no contest two options are called the same.
    await rows(
      `update ${table} set ${column} = $1 || md5(ctid::text)
       where ${column} is not null and ${table === 'options' ? `not ${published}` : 'true'}`,
      text,
    );
  }
  for (const [table, column] of fieldsByLanguage) {
    await rows(`update ${table} set ${column} = $1`, JSON.stringify({ es: text, en: text }));
  }
}

/** Addresses that differ in ids and numbers alone lead to pages of one kind. */
const kindOf = (path: string): string =>
  path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, 'ID')
    .replaceAll(/[0-9a-f]{64}/gu, 'HASH')
    .replaceAll(/=[^&]*/gu, '=')
    .replaceAll(/\d+/gu, '0');

interface Seen {
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Follows every link from the beginnings on, to two of each kind of address. */
async function crawl(beginnings: readonly string[]): Promise<readonly Seen[]> {
  const [waiting, known, kinds] = [[...beginnings], new Set(beginnings), new Map<string, number>()];
  const seen: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const before = kinds.get(kindOf(path)) ?? 0;
    if (before >= 2) continue;
    kinds.set(kindOf(path), before + 1);
    const answer = await staff.get(path);
    const type = answer.headers.get('Content-Type') ?? '';
    const text = await answer.text();
    seen.push({ path, status: answer.status, type, text });
    const links = type.includes('html')
      ? [...text.matchAll(/(?:href|src)="(\/[^"]*)"/gu)].map(([, link = '']) => link)
      : [];
    for (const link of [...links, answer.headers.get('Location') ?? '/']) {
      const address = link.replaceAll('&amp;', '&').replace(/#.*$/u, '');
      if (known.has(address) || /^\/assets|lang=/u.test(address)) continue;
      known.add(address);
      waiting.push(address);
    }
  }
  return seen;
}

/** What a page holds that none of ours does: elements and attributes out of a text, and whether one of them ran. */
const strange = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found = [...document.querySelectorAll('convite-x, [convite-x], img[src="x"]')].map(
      ({ outerHTML }) => outerHTML,
    );
    for (const element of document.querySelectorAll('body *')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || /^\s*(?:javascript|vbscript|data):/iu.test(value)) found.push(element.outerHTML);
      }
    }
    return 'hit' in globalThis ? [...found, 'something ran'] : found;
  });

/** 503: a part of the file is being made. */
const isThere = ({ status }: Seen): boolean => status < 400 || status === 403 || status === 503;

test.each([
  ['markup', everything],
  ['a formula', `=1+${everything}`],
])('%s stands as text wherever a link leads to, and every link leads somewhere', async (_, text) => {
  await write(text);
  const seen = await crawl(['/', '/org', '/c/obras-2026', '/c/hostil', '/org/c/borrador']);
  expect(seen.filter((one) => !isThere(one)).map(({ path, status }) => `${path}: ${status}`)).toEqual([]);
  const pages = seen.filter(({ type }) => type.includes('html'));
  expect(pages.filter((one) => one.text.includes('convite-x')).length).toBeGreaterThan(40);
  const page = await browser.newPage();
  let served = '';
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: served })
      : route.abort(),
  );
  const wrong: string[] = [];
  for (const one of pages) {
    served = one.text;
    await page.goto('http://convite.example/', { waitUntil: 'domcontentloaded' });
    for (const each of await strange(page)) wrong.push(`${one.path}: ${each.slice(0, 200)}`);
  }
  await page.close();
  const computed = seen.filter((one) => one.type.includes('csv') && /(?:^|,|\n)"?[=@+]/u.test(one.text));
  expect([wrong, computed.map(({ path }) => path)]).toEqual([[], []]);
});
