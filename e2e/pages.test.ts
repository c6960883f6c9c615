import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type PageServer, servePages } from './page-server.ts';
import { pageStates } from './states/page-states.tsx';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Between them: both themes, both languages, both widths, ordinary and doubled text. */
const views = [
  { locale: 'es', theme: 'light', width: 320, text: 100 },
  { locale: 'en', theme: 'dark', width: 1280, text: 100 },
  { locale: 'en', theme: 'light', width: 1280, text: 200 },
  { locale: 'es', theme: 'dark', width: 640, text: 200 },
] as const;

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

async function visit(name: string, view: (typeof views)[number]): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: view.width, height: 800 }, colorScheme: view.theme });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  await page.goto(`${server.origin}/${name}?lang=${view.locale}`);
  // Through the object model, which the policy allows, as a visitor's own setting would be.
  await page.evaluate((percent) => {
    document.documentElement.style.fontSize = `${percent}%`;
  }, view.text);
  return { page, requests, complaints };
}

describe.each(pageStates.map(({ name }) => name))('%s', (name) => {
  test.each(views)('in $locale, $theme, $width px, text $text %', async (view) => {
    const { page, requests, complaints } = await visit(name, view);
    try {
      expect(requests.filter((url) => !url.startsWith(server.origin))).toEqual([]);
      expect(requests.length).toBeLessThanOrEqual(6);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width);
      expect(await tooSmall(page)).toEqual([]);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

/** Controls less than 48 px high, links inside sentences apart. A choice is pressed on its label as well. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const controls =
      'button, select, textarea, input:not([type=hidden]), summary, .btn, nav a, footer a, tbody th a, .rail a';
    const pressed = (control: Element): Element =>
      (control.matches('[type=radio], [type=checkbox]') && document.querySelector(`label[for="${control.id}"]`)) ||
      control;
    return [...document.querySelectorAll(controls)]
      .filter((control) => control.checkVisibility())
      .map(pressed)
      .filter((control) => control.getBoundingClientRect().height < 47.5)
      .map((control) => `${control.tagName} ${control.textContent} ${control.getBoundingClientRect().height}`);
  });

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
