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

async function open(name: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  await page.goto(`${server.origin}/${name}?lang=es`);
  return page;
}

describe('with the keyboard alone', () => {
  test('the first stop leads past the head of the page', async () => {
    const page = await open('result');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    await page.close();
  });

  test.each(['home', 'result', 'project-lost', 'lots', 'upload-problems'])(
    'every control of %s is reached in the order of the page and shows that it is',
    async (name) => {
      const page = await open(name);
      const expected = await page.evaluate(
        () =>
          [...document.querySelectorAll('a[href], button, select, textarea, summary, input:not([type=hidden])')].filter(
            (control) => control.checkVisibility(),
          ).length,
      );
      const order: number[] = [];
      for (let i = 0; i < expected; i++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const focused = document.activeElement;
          if (focused === null || focused === document.body) return undefined;
          const box = focused.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(focused);
          return {
            place: [...document.querySelectorAll('*')].indexOf(focused),
            ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
            inView: box.bottom > 0 && box.top < innerHeight,
          };
        });
        expect(stop).toMatchObject({ ringed: true, inView: true });
        order.push(stop?.place ?? -1);
      }
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(new Set(order).size).toBe(expected);
      await page.close();
    },
  );
});

describe('without script', () => {
  test.each(['home', 'result', 'project-lost', 'lots'])('%s reads the same', async (name) => {
    const [plain, scripted] = [await open(name, { javaScriptEnabled: false }), await open(name)];
    expect(await plain.locator('main').innerText()).toBe(await scripted.locator('main').innerText());
    await Promise.all([plain.close(), scripted.close()]);
  });
});

describe('on paper', () => {
  test('a result prints every round on a few sheets, and nothing that can only be pressed', async () => {
    const page = await open('result-city-shares');
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() => ({
      buttons: [...document.querySelectorAll('.btn, form, nav, footer')].filter((part) => part.checkVisibility())
        .length,
      rounds: [...document.querySelectorAll('.rounds li')].filter((part) => part.checkVisibility()).length,
      cards: document.querySelectorAll('.rounds li').length,
      ink: getComputedStyle(document.body).color,
    }));
    expect(shown).toMatchObject({ buttons: 0, ink: 'rgb(0, 0, 0)' });
    expect(shown.cards).toBeGreaterThan(0);
    expect(shown.rounds).toBe(shown.cards);
    await page.close();
  });

  test('the result of a commune takes at most ten sheets', async () => {
    const page = await open('result', { colorScheme: 'dark' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    expect(sheets).toBeGreaterThan(3);
    expect(sheets).toBeLessThanOrEqual(10);
    await page.close();
  });
});

describe('as the visitor wishes', () => {
  test('forced colours keep funded bars apart from the others', async () => {
    const page = await open('result');
    await page.emulateMedia({ forcedColors: 'active' });
    const [won, lost] = await page.evaluate(() =>
      ['tr.won', 'tr:not(.won)'].map((row) => {
        const bar = document.querySelector(`.votes ${row} .bar rect`);
        return bar === null ? '' : getComputedStyle(bar).fill;
      }),
    );
    expect(won).not.toBe('');
    expect(won).not.toBe(lost);
    await page.close();
  });

  test('more contrast makes secondary text as dark as the rest', async () => {
    const page = await open('result');
    await page.emulateMedia({ contrast: 'more' });
    const colours = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      getComputedStyle(document.querySelector('.soft') ?? document.body).color,
    ]);
    expect(colours[1]).toBe(colours[0]);
    await page.close();
  });
});
