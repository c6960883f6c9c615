import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
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
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(p, li, h1, h2, h3, th, td, a, button, label, summary)')]
      .filter((part) => part.checkVisibility() && part.closest('.vh') === null)
      .filter((part) => {
        const box = part.getBoundingClientRect();
        return box.right > 321 || box.left < -1;
      })
      .map((part) => `${part.tagName} ${part.textContent}`),
  );
  expect(cut).toEqual([]);
  await page.close();
});

test('longer words are longer, and drawings and commands are left alone', () => {
  expect(lengthened('<p>Votos de todos</p><code>npm count</code><svg><text>Plaza</text></svg>')).toBe(
    '<p>Votosvo de todosto</p><code>npm count</code><svg><text>Plaza</text></svg>',
  );
});
