import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { flaws, setText, type View, views } from './page-looks.ts';
import { type PageServer, servePages } from './page-server.ts';
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

interface Visit {
  readonly page: Page;
  /** Whatever the browser asked for. */
  readonly requests: readonly string[];
  /** Whatever it complained of. */
  readonly complaints: readonly string[];
}

async function visit(name: string, view: View): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: view.width, height: 800 }, colorScheme: view.theme });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  await page.goto(`${server.origin}/${name}?lang=${view.locale}`);
  await setText(page, view.text);
  return { page, requests, complaints };
}

describe.each(pageStates.map(({ name }) => name))('%s', (name) => {
  test.each(views)('in $locale, $theme, $width px, text $text %', async (view) => {
    const { page, requests, complaints } = await visit(name, view);
    try {
      expect(requests.filter((url) => !url.startsWith(server.origin))).toEqual([]);
      expect(requests.length).toBeLessThanOrEqual(6);
      expect(await flaws(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
