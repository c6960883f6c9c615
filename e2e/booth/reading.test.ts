import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { flaws, setText } from '../page-looks.ts';
import { type BoothSite, openBoothSite } from './booth-site.ts';
import { trialContest } from './trial-contest.ts';
import { codeOf, mark, press, voter } from './voter.ts';

const approval = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b231');
const guarded = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b232', { asksMailCode: true });

let site: BoothSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openBoothSite([approval, guarded]), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Walks the whole path and stops at every view. */
async function atEveryView(page: Page, does: (view: string) => Promise<void>, lang = 'es'): Promise<void> {
  await page.goto(`${site.address(approval)}?lang=${lang}`);
  await does('start');
  await page.locator('#begin').click();
  await page.locator('#code-field').fill('abc');
  await page.locator('#code-form .btn').first().click();
  await does('code');
  await page.locator('#code-field').fill(codeOf(approval, 0));
  await page.locator('#code-form .btn').first().click();
  await page.locator('#choose').waitFor();
  await mark(page, 1, 2, 3, 4, 5, 6, 7);
  await page.locator('.basket .btn').click();
  await does('choose');
  await mark(page, 7);
  await page.locator('.choose summary').first().click();
  await does('choose, reading');
  await page.locator('.basket .btn').click();
  await does('review');
  // So long that it is not tried again by itself while the view is looked at.
  await page.route('**/ballots', (route) => route.fulfill({ status: 503, headers: { 'Retry-After': '60' } }));
  await page.locator('#cast').click();
  await page.locator('#again').waitFor();
  await does('sealing');
  await page.unroute('**/ballots');
  await page.locator('#again').click();
  await page.locator('#receipt').waitFor();
  await does('receipt');
}

/** The views of the code by e-mail, with what may be wrong in them; the answers are those of the real site. */
async function atMailViews(page: Page, does: (view: string) => Promise<void>, lang = 'es'): Promise<void> {
  const problem = (code: string) => ({
    status: 403,
    contentType: 'application/problem+json',
    body: JSON.stringify({ code }),
  });
  await page.route('**/codes', (route) => route.fulfill({ status: 202, json: { status: 'asked' } }));
  await page.route('**/admissions', (route) => route.fulfill(problem('wrong_code')));
  await page.goto(`${site.address(guarded)}?lang=${lang}`);
  await does('start, with mail');
  await page.locator('#begin').click();
  await page.locator('#code-field').fill(codeOf(guarded, 0));
  await page.locator('#code-form .btn').first().click();
  await page.locator('#address-form .btn').first().click();
  await page.locator('#address summary').click();
  await does('address');
  await page.locator('#address-field').fill('una-direccion-muy-larga-de-correo@ministerio-de-las-comunas.example');
  await page.locator('#address-form .btn').first().click();
  await page.locator('#mailed-wait:not([hidden])').waitFor();
  await does('mailed');
  await page.locator('#mailed-field').fill('1234 5678');
  await page.locator('#mailed-form .btn').first().click();
  await page.locator('#mailed-problem:not([hidden])').waitFor();
  await page.locator('#mailed summary').click();
  await does('mailed, wrong');
}

const views = [
  { lang: 'es', colorScheme: 'light', width: 320, text: 100 },
  { lang: 'en', colorScheme: 'dark', width: 1280, text: 100 },
  { lang: 'es', colorScheme: 'dark', width: 640, text: 200 },
] as const;

describe('every view', () => {
  test.each(views)('in $lang, $colorScheme, $width px, text $text %', async ({ lang, colorScheme, width, text }) => {
    await voter(
      browser,
      async (page) => {
        const look = async (view: string): Promise<void> => {
          await setText(page, text);
          expect(await flaws(page), view).toEqual([]);
        };
        await atEveryView(page, look, lang);
        await atMailViews(page, look, lang);
      },
      // The checker is brought in from outside, which the policy of the booth forbids.
      { colorScheme, viewport: { width, height: 740 }, bypassCSP: true },
    );
  });

  test('runs from right to left where the language does, without a sideways scroll', async () => {
    await voter(
      browser,
      async (page) => {
        await page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => (document.documentElement.dir = 'rtl'));
        });
        await atEveryView(page, async (view) => {
          expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(320);
          if (view !== 'choose') return;
          const [box, title] = [page.locator('#p12'), page.locator('label[for=p12] b').first()];
          const [left, right] = [await title.boundingBox(), await box.boundingBox()];
          expect(left?.x).toBeLessThan(right?.x ?? 0);
        });
        expect(await page.locator('.tracking bdi').getAttribute('dir')).toBe('ltr');
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  test('brings its heading into focus and names itself in the title of the page', async () => {
    await voter(browser, async (page) => {
      const titles: string[] = [];
      await page.goto(site.address(approval));
      await page.locator('#begin').click();
      titles.push(await page.title());
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('code-title');
      await page.locator('#code-field').fill(codeOf(approval, 0));
      await page.keyboard.press('Enter');
      await page.locator('#choose').waitFor();
      titles.push(await page.title());
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('choose-title');
      await mark(page, 7);
      await press(page, 'Revisar');
      titles.push(await page.title());
      expect(titles).toEqual([
        'Escriba su código para votar. Convite',
        'Elija hasta 6 proyectos. Convite',
        'Revise su voto y deposítelo. Convite',
      ]);
    });
  });
});

test('with the keyboard alone, from the letter to the cleared phone', async () => {
  await voter(browser, async (page) => {
    const tabTo = async (selector: string): Promise<void> => {
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press('Tab');
        const there = await page.evaluate((wanted) => {
          const focused = document.activeElement;
          if (focused === null || !focused.matches(wanted)) return undefined;
          const box = focused.getBoundingClientRect();
          const basket = document.querySelector('.basket:has(*)')?.getBoundingClientRect();
          const covered = focused.closest('.basket') === null && basket !== undefined && basket.height > 0;
          return {
            ringed: parseFloat(getComputedStyle(focused).outlineWidth) >= 2,
            inView: box.top >= -1 && box.bottom <= (covered ? basket.top + 1 : innerHeight + 1),
          };
        }, selector);
        if (there === undefined) continue;
        expect(there, selector).toEqual({ ringed: true, inView: true });
        return;
      }
      throw new Error(`${selector} is not reached`);
    };
    await page.goto(site.address(approval));
    await tabTo('#begin');
    await page.keyboard.press('Enter');
    await tabTo('#code-field');
    await page.keyboard.type(codeOf(approval, 1));
    await page.keyboard.press('Enter');
    await page.locator('#choose').waitFor();
    await tabTo('#nums');
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    await tabTo('#p12');
    await page.keyboard.press('Space');
    await tabTo('#p19');
    await page.keyboard.press('Space');
    expect(await page.locator('#said').innerText()).toBe('Eligió 3. Puede elegir 3 más.');
    await tabTo('.basket .btn');
    await page.keyboard.press('Enter');
    await tabTo('#cast');
    await page.keyboard.press('Enter');
    await page.locator('#receipt').waitFor();
    expect(approval.open(site.taken.at(-1)?.text ?? '')).toEqual([12, 15, 19]);
    await tabTo('#finish .btn');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/finished');
  });
});

test('the count is spoken politely and as a whole, once for each change', async () => {
  await voter(browser, async (page) => {
    await page.goto(site.address(approval));
    await page.locator('#begin').click();
    await page.locator('#code-field').fill(codeOf(approval, 0));
    await page.keyboard.press('Enter');
    await page.locator('#choose').waitFor();
    await page.evaluate(() => {
      const said = document.querySelector('#said');
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      if (said !== null) {
        new MutationObserver(() => heard.push(said.textContent)).observe(said, {
          childList: true,
          characterData: true,
        });
      }
    });
    await mark(page, 7, 12, 12);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'heard'))).toEqual([
      'Eligió 1. Puede elegir 5 más.',
      'Eligió 2. Puede elegir 4 más.',
      'Eligió 1. Puede elegir 5 más.',
    ]);
    const said = page.locator('#said');
    expect([await said.getAttribute('aria-live'), await said.getAttribute('aria-atomic')]).toEqual(['polite', 'true']);
  });
});

test('on paper the receipt is one sheet of words and code, without anything to press', async () => {
  await voter(browser, async (page) => {
    await atEveryView(page, () => Promise.resolve());
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['button', '.mast', 'footer', '#save', 'form']) {
      expect(await page.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
    }
    expect(await page.locator('.tracking').isVisible()).toBe(true);
    expect(await page.locator('#qr').isVisible()).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length).toBe(1);
  });
});
