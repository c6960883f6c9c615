import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleRegistrarPage } from '../apps/web/scripts/bundle-registrar-page.mjs';
import { bundleTrusteePage } from '../apps/web/scripts/bundle-trustee-page.mjs';
import { english as registrarEnglish } from '../apps/web/src/registrar-page/words/en.ts';
import { spanish as registrarSpanish } from '../apps/web/src/registrar-page/words/es.ts';
import { english as trusteeEnglish } from '../apps/web/src/trustee-page/words/en.ts';
import { spanish as trusteeSpanish } from '../apps/web/src/trustee-page/words/es.ts';
import { startBrowser } from './browser.ts';
import type { At, Desk } from './offline-desk.ts';
import { openOfflineSite, type OfflineSite } from './offline-site.ts';
import { cutParts, flaws, setText, views } from './page-looks.ts';
import { codeSentences, longSentences } from './page-sentences.ts';
import { lengthened } from './page-server.ts';
import { registrarScreens, walkRegistrar } from './registrar-page/screens.ts';
import { trusteeScreens, walkTrustee } from './trustee-page/screens.ts';

/** A page of one file, its screens, and a walk through all of them in each language. */
interface WalkedPage {
  readonly name: string;
  readonly bundle: (file: string) => Promise<void>;
  readonly screens: readonly string[];
  /** What is printed of which screen, on how many sheets. */
  readonly papers: readonly (readonly [screen: string, sheets: number])[];
  readonly walks: Readonly<Record<'es' | 'en', (desk: Desk, at: At) => Promise<void>>>;
}

const pages: readonly WalkedPage[] = [
  {
    name: 'registrar',
    bundle: bundleRegistrarPage,
    screens: registrarScreens,
    // Four people and two spares of the first street: a letter each, or six slips to be cut, four on a sheet.
    papers: [
      ['letters', 6],
      ['slips', 2],
      ['spare-letter', 1],
    ],
    walks: {
      es: (desk, at) => walkRegistrar(desk, registrarSpanish, at),
      en: (desk, at) => walkRegistrar(desk, registrarEnglish, at),
    },
  },
  {
    name: 'trustee',
    bundle: bundleTrusteePage,
    screens: trusteeScreens,
    papers: [['paper-shown', 1]],
    walks: {
      es: (desk, at) => walkTrustee(desk, trusteeSpanish, at),
      en: (desk, at) => walkTrustee(desk, trusteeEnglish, at),
    },
  },
];

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(pages)('the page of the $name', ({ name, bundle, screens, papers, walks }) => {
  /** Each screen as it was drawn, without the program, by language and name. */
  const drawn = new Map<string, string>();
  /** The letters in their frame, as they are printed. */
  const printed = new Map<string, string>();

  let site: OfflineSite;
  beforeAll(async () => {
    site = await openOfflineSite(name, bundle);
  });
  for (const locale of ['es', 'en'] as const) {
    beforeAll(async () => {
      const folder = join(site.folder, locale);
      mkdirSync(folder);
      const context = await browser.newContext({ locale, acceptDownloads: true });
      // The test's own limit alone ends what takes long.
      context.setDefaultTimeout(0);
      const page = await context.newPage();
      await page.goto(site.served);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await walks[locale]({ page, folder }, async (screen) => {
        drawn.set(`${locale} ${screen}`, (await page.content()).replace(/<script>[\s\S]*<\/script>/u, ''));
        const letters = page.locator('iframe');
        if ((await letters.count()) > 0) {
          printed.set(`${locale} ${screen}`, (await letters.getAttribute('srcdoc')) ?? '');
        }
      });
      await context.close();
    });
  }
  afterAll(() => site.close());

  /** Windows of each kind, which show one screen after the other. */
  const windows = new Map<string, Page>();

  /** Opens a screen as it was drawn; its policy would keep the checker out. */
  async function look(html: string | undefined, width: number, theme: 'light' | 'dark'): Promise<Page> {
    const kind = `${theme} ${width}`;
    const page =
      windows.get(kind) ??
      (await browser.newPage({ viewport: { width, height: 800 }, colorScheme: theme, bypassCSP: true }));
    windows.set(kind, page);
    await page.setContent(html ?? '');
    return page;
  }

  test('is walked through to its last screen', () => {
    const wanted = ['es', 'en'].flatMap((locale) => screens.map((screen) => `${locale} ${screen}`));
    expect([...drawn.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  describe.each([...screens])('%s', (screen) => {
    test.each(views)('in $locale, $theme, $width px, text $text %', async (view) => {
      const page = await look(drawn.get(`${view.locale} ${screen}`), view.width, view.theme);
      await setText(page, view.text);
      expect(await flaws(page)).toEqual([]);
    });

    test('holds longer words at 320 px, and cuts none', async () => {
      const page = await look(lengthened(drawn.get(`es ${screen}`) ?? ''), 320, 'light');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await cutParts(page)).toEqual([]);
    });

    test('speaks in sentences of at most twenty words, without a word of the code', () => {
      for (const locale of ['es', 'en']) {
        const html = drawn.get(`${locale} ${screen}`) ?? '';
        expect([...longSentences(html), ...codeSentences(html)]).toEqual([]);
        expect(gzipSync(html).byteLength).toBeLessThan(50_000);
      }
    });
  });

  test.each([...papers])(
    '%s is printed black on white, no word under 11 pt, with nothing to press, on %i sheets',
    async (screen, sheets) => {
      const page = await browser.newPage({ colorScheme: 'dark', bypassCSP: true });
      await page.setContent(printed.get(`es ${screen}`) ?? drawn.get(`es ${screen}`) ?? '');
      await page.emulateMedia({ media: 'print' });
      const seen = await page.evaluate(() => {
        const visible = [...document.querySelectorAll('body *')].filter((part) => part.checkVisibility());
        const [ink, ground] = [(part: Element) => getComputedStyle(part).color, getComputedStyle(document.body)];
        const isText = (part: ChildNode): boolean => part.nodeType === 3 && (part.textContent ?? '').trim() !== '';
        return {
          // 11 pt are 14.67 px.
          small: visible
            .filter(
              (part) => [...part.childNodes].some(isText) && Number.parseFloat(getComputedStyle(part).fontSize) < 14.6,
            )
            .map((part) => part.outerHTML),
          inks: [...new Set(visible.map(ink))].filter((colour) => !/^rgb\((?:0, 0, 0|51, 51, 51)\)$/u.test(colour)),
          ground: ground.backgroundColor,
          pressed: visible.filter((part) => part.matches('button, .btn, form, nav, footer')).length,
        };
      });
      expect(seen).toEqual({ small: [], inks: [], ground: 'rgb(255, 255, 255)', pressed: 0 });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length).toBe(sheets);
      await page.close();
    },
  );
});
