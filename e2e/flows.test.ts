import { SAMPLES } from '@convite/counting';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../apps/web/test/open-test-site.ts';
import { startBrowser } from './browser.ts';

let site: TestSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A visitor with a browser of their own, who must never meet a foreign address or an error in the console. */
async function visitor(
  does: (page: Page, context: BrowserContext) => Promise<void>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<void> {
  const context = await browser.newContext({ locale: 'es-VE', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(100_000);
  const trouble: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) trouble.push(request.url());
  });
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => {
    // The browser itself notes answers like 404 there.
    if (!message.text().startsWith('Failed to load resource')) trouble.push(message.text());
  });
  try {
    await does(page, context);
    expect(trouble).toEqual([]);
  } finally {
    await context.close();
  }
}

const home = (): string => new URL('/', site.origin).href;
/** What a place of the page says, its unbreakable spaces as plain ones. */
const said = async (page: Page, place: string): Promise<string> =>
  (await page.locator(place).innerText()).replaceAll('\u00a0', ' ');
const heading = (page: Page): Promise<string> => said(page, 'h1');

function textOf(id: string): string {
  const sample = SAMPLES.find((one) => one.id === id);
  if (sample === undefined) throw new Error(`no sample ${id}`);
  return sample.text('es');
}

const file = (text: string, name = 'votos.pb') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function bring(page: Page, text: string): Promise<void> {
  await page.goto(home());
  await page.locator('#file').setInputFiles(file(text));
  await page.locator('form:has(#file) button').click();
  await page.locator('main:not([aria-busy])').waitFor();
}

describe.each([
  { script: 'on', width: 1280 },
  { script: 'off', width: 320 },
])('with script $script at $width px', ({ script, width }) => {
  const options = { javaScriptEnabled: script === 'on', viewport: { width, height: 800 } };

  test('from the first page to the result, to a project that lost, and to why', () =>
    visitor(async (page) => {
      await page.goto(home());
      await page.locator('#demo .btn').click();
      expect(await heading(page)).toBe('Nueve proyectos por 117.700 u');
      await page.getByRole('link', { name: 'Techo para el mercado' }).first().click();
      expect(await heading(page)).toContain('no se financió esta vez');
      while ((await page.locator('#change .either').count()) === 0) {
        await page.waitForTimeout(500);
        await page.reload();
      }
      const change = await said(page, '#change');
      expect(change).toContain('22.645 u');
      expect(change).toContain('41 personas');
    }, options));

  test('a file of one’s own is counted, found again at its address, and taken back', () =>
    visitor(async (page) => {
      await bring(page, textOf('calle-los-almendros').replace('Los Almendros', `Los Almendros ${script}`));
      expect(await said(page, '.hero .note')).toContain('no el resultado oficial');
      const address = page.url();
      await page.locator('#remove button').click();
      expect(await heading(page)).toBe('El recuento se quitó');
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      expect(await heading(page)).toBe('Este recuento ya no está');
    }, options));

  test('a file that cannot be read is answered with its lines, and the form again', () =>
    visitor(async (page) => {
      await bring(page, textOf('calle-los-almendros').replace(/^budget;.*$/mu, 'budget;doce mil'));
      expect(await page.title()).toMatch(/^Error: /u);
      expect(await said(page, '#problems')).toMatch(/Línea \d+/u);
      expect(await page.locator('#file').isVisible()).toBe(true);
    }, options));

  test('a what-if has an address of its own and says that it did not happen', () =>
    visitor(async (page) => {
      await page.goto(home());
      await page.locator('#demo .btn').click();
      await page.locator('#budget').fill('100000');
      await page.locator('form:has(#budget) button').click();
      await page.locator('main:not([aria-busy])').waitFor();
      expect(await said(page, '.note.wait')).toContain('100.000 u');
      await page.getByRole('link', { name: 'Ver la votación como fue' }).click();
      expect(await heading(page)).toBe('Nueve proyectos por 117.700 u');
    }, options));

  test('a tie waits for lots, and the typed order settles it', () =>
    visitor(async (page) => {
      await bring(page, textOf('vereda-el-sauce').replace('vereda', `vereda ${script}`));
      expect(await heading(page)).toBe('Hay un empate: falta un sorteo');
      await page.locator('#lots .btn').click();
      await page.locator('#lot-1').selectOption({ index: 1 });
      await page.locator('#lot-2').selectOption({ index: 1 });
      await page.locator('#order button').click();
      expect(await said(page, '.problem')).toContain('dos veces');
      await page.locator('#lot-1').selectOption({ index: 1 });
      await page.locator('#lot-2').selectOption({ index: 2 });
      await page.locator('#order button').click();
      await page.locator('main:not([aria-busy])').waitFor();
      expect(await heading(page)).toBe('Dos proyectos por 19.500 u');
    }, options));
});

test('another language opens the same place and is kept', () =>
  visitor(async (page) => {
    await page.goto(home());
    await page.locator('#demo .btn').click();
    const place = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe(place);
    expect(await heading(page)).toContain('Nine projects for');
    await page.goto(home());
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  }));

test('every download on a result can be fetched, and the footer leads somewhere', () =>
  visitor(async (page) => {
    await page.goto(home());
    await page.locator('#demo .btn').click();
    const links = await page
      .locator('#files a, footer a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links.length).toBeGreaterThan(5);
    const answers = await Promise.all(links.map(async (link) => `${(await site.ask(link ?? '')).status} ${link}`));
    // Staff have to sign in first.
    expect(answers).toEqual(links.map((link) => `${link === '/org' ? 303 : 200} ${link}`));
  }));

test('an address that is nothing, says so', () =>
  visitor(async (page) => {
    const answer = await page.goto(new URL('/nada', site.origin).href);
    expect(answer?.status()).toBe(404);
    expect(await heading(page)).toBe('No hay nada en esta dirección');
  }));
