import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { cutParts } from './page-looks.ts';
import { lengthened, type PageServer, servePages } from './page-server.ts';
import { pageStates } from './states/page-states.tsx';

let browser: Browser;
let server: PageServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePages()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(pageStates.map(({ name }) => name))('%s holds longer words at 320 px, and cuts none', async (name) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.goto(`${server.origin}/${name}?lang=es&long=1`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await cutParts(page)).toEqual([]);
  await page.close();
});

test('longer words are longer, and drawings and commands are left alone', () => {
  expect(lengthened('<p>Votos de todos</p><code>npm count</code><svg><text>Plaza</text></svg>')).toBe(
    '<p>Votosvo de todosto</p><code>npm count</code><svg><text>Plaza</text></svg>',
  );
});
