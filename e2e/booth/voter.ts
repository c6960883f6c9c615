import { invariant } from '@convite/kernel';
import type { APIResponse, Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import type { TrialContest } from './trial-contest.ts';

/** A voter with a phone of her own, who must never meet a foreign address or a complaint of the browser. */
export async function voter(
  browser: Browser,
  does: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    locale: 'es-VE',
    viewport: { width: 360, height: 740 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(100_000);
  const trouble: string[] = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'blob:' && !['127.0.0.1', 'localhost', 'booth.test'].includes(hostname))
      trouble.push(request.url());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    // The browser itself notes answers like 403, a network that is away, and what it has cleared.
    if (!/^(?:Failed to load resource|Clear-Site-Data header)/u.test(message.text())) trouble.push(message.text());
  });
  try {
    await does(page);
    expect(trouble).toEqual([]);
  } finally {
    // What a page still asks for when it is closed is nobody's failure.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  }
}

/** The heading in sight. */
export const heading = async (page: Page): Promise<string> =>
  (await page.locator('h1:visible').innerText()).replaceAll('\u00a0', ' ');

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** From the first page to the paper, with the code of a letter. */
export async function enter(page: Page, address: string, code: string): Promise<void> {
  await page.goto(address);
  await press(page, 'Empezar a votar');
  await page.locator('#code-field').fill(code);
  await press(page, 'Seguir');
  await page.locator('#choose').waitFor();
}

export const mark = async (page: Page, ...numbers: readonly number[]): Promise<void> => {
  for (const number of numbers) await page.locator(`label[for=p${number}]`).click();
};

/** From the paper to the receipt. @returns the tracking code as it is shown. */
export async function castIt(page: Page): Promise<string> {
  await press(page, 'Revisar');
  await press(page, 'Depositar mi voto');
  await page.locator('#receipt').waitFor();
  return await page.locator('.tracking').innerText();
}

export function codeOf(contest: TrialContest, letter: number): string {
  const code = contest.codes[letter];
  invariant(code !== undefined, 'the contest has so many letters');
  return code;
}

/** Sends a request that was held up on to the server. Not every browser has told by then where the page came from. */
export const sentOn = async (route: Route, origin: string): Promise<APIResponse> =>
  route.fetch({ headers: { ...(await route.request().allHeaders()), origin } });
