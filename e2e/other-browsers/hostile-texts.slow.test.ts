import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type HostileSite, openHostileSite } from '../hostile-texts/hostile-site.ts';
import { strange } from '../hostile-texts/strange.ts';
import { thousandTexts } from '../hostile-texts/thousand-texts.ts';
import { startFirefox } from './firefox.ts';
import { browserOf, type OtherBrowser } from './other-browser.ts';
import { startWebKit } from './webkit.ts';

let site: HostileSite;
let browsers: readonly OtherBrowser[];
/** Hands one page to whoever asks, without a policy, and nothing else. */
let server: Server;
let served = '';
let address = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    response.statusCode = request.url === '/' ? 200 : 404;
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(request.url === '/' ? served : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address();
  address = `http://127.0.0.1:${typeof listening === 'object' ? listening?.port : ''}/`;
  [site, browsers] = await Promise.all([openHostileSite(), Promise.all([chromium(), startFirefox(), startWebKit()])]);
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await site.close();
  server.close();
});

/** The browser of the other tests, as one among others. */
async function chromium(): Promise<OtherBrowser> {
  const browser = await startBrowser();
  const page = await browser.newPage();
  return browserOf({
    name: `Chromium ${browser.version()}`,
    complaints: [],
    open: async (path) => void (await page.goto(path)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  });
}

/** What each browser finds in a page. */
async function foundIn(page: string): Promise<readonly string[]> {
  served = page;
  return Promise.all(
    browsers.map(async (browser) => {
      await browser.open(address);
      return await browser.run(strange);
    }),
  );
}

test('each of a thousand texts is found out, in each browser, where a page takes it over carelessly', async () => {
  expect(new Set(thousandTexts.map(({ text }) => text)).size).toBeGreaterThanOrEqual(1000);
  for (const { text, careless } of thousandTexts) {
    const found = await foundIn(careless);
    expect(
      found.map((each) => each !== ''),
      text,
    ).toEqual(browsers.map(() => true));
  }
});

/** Texts of a length that the database takes where no two may be alike. */
const fields = thousandTexts.reduce<string[]>((joined, { text }) => {
  const last = joined.at(-1) ?? '';
  if (last === '' || last.length + text.length > 2300) return [...joined, text];
  return [...joined.slice(0, -1), `${last} ${text}`];
}, []);

test.each(fields.map((field, i) => [`${i + 1} of ${fields.length}`, field] as const))(
  'in every field they stand as text on every page that a link leads to, in each browser: %s',
  async (_, field) => {
    await site.write(field);
    const pages = (await site.crawl()).filter(({ type }) => type.includes('html'));
    const holding = pages.filter(({ text }) => text.includes('hit=1'));
    expect(holding.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const { path, text } of pages) {
      for (const found of await foundIn(text)) if (found !== '') wrong.push(`${path}: ${found.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
  },
);
