import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type HostileSite, openHostileSite, type Seen } from './hostile-site.ts';
import { strange } from './strange.ts';

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
/** All of them in one text: whatever way out of its place a page leaves, one of them takes it. */
const everything = hostile.join(' ');

let site: HostileSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openHostileSite(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** 503: a part of the file is being made. */
const isThere = ({ status }: Seen): boolean => status < 400 || status === 403 || status === 503;

test.each([
  ['markup', everything],
  ['a formula', `=1+${everything}`],
])('%s stands as text wherever a link leads to, and every link leads somewhere', async (_, text) => {
  await site.write(text);
  const seen = await site.crawl();
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
    for (const each of await page.evaluate(strange)) wrong.push(`${one.path}: ${each.slice(0, 200)}`);
  }
  await page.close();
  const computed = seen.filter((one) => one.type.includes('csv') && /(?:^|,|\n)"?[=@+]/u.test(one.text));
  expect([wrong, computed.map(({ path }) => path)]).toEqual([[], []]);
});
