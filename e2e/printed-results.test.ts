import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type PageServer, servePages } from './page-server.ts';

let browser: Browser;
let server: PageServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePages()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(name: string): Promise<Page> {
  const page = await browser.newPage({ colorScheme: 'dark' });
  await page.goto(`${server.origin}/${name}?lang=es`);
  return page;
}

/** What is seen of a page, on a screen or on paper. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const visible = (selector: string): readonly Element[] =>
      [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
    return {
      pressed: visible('.btn, form, nav, footer, .pager').length,
      ink: getComputedStyle(document.body).color,
      ground: getComputedStyle(document.body).backgroundColor,
      addresses: visible('.onpaper').map((part) => part.textContent),
    };
  });

describe('a result on paper', () => {
  test.each([
    ['contest-result-shares', 10, ['/c/nacional-2026/result/PS-1/archive.zip', '/c/nacional-2026/archive.zip']],
    ['result-whole', 3, ['/c/nacional-2026/archive.zip']],
    ['option-result-lost', 2, []],
    ['public-lot-drawn', 1, []],
    ['result-refused', 2, []],
    ['result-protocol', 3, []],
  ])('of %s is black on white, says where it is found, and has nothing to press', async (name, most, addresses) => {
    const page = await open(name);
    expect((await seen(page)).addresses).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await seen(page)).toEqual({
      ...{ pressed: 0, ink: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' },
      addresses: [`/${name}`, ...addresses].map((path) => `https://convite.example${path}`),
    });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(most);
    await page.close();
  });
});
