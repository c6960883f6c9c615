import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Between them: both themes, both languages, both widths, ordinary and doubled text. */
export const views = [
  { locale: 'es', theme: 'light', width: 320, text: 100 },
  { locale: 'en', theme: 'dark', width: 1280, text: 100 },
  { locale: 'en', theme: 'light', width: 1280, text: 200 },
  { locale: 'es', theme: 'dark', width: 640, text: 200 },
] as const;

export type View = (typeof views)[number];

/** The size of the text, as a visitor's own setting would make it: through the object model, which policies allow. */
export const setText = (page: Page, percent: number): Promise<void> =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, percent);

/** What is wrong with a page as it is drawn: a sideways scroll, controls too small for a finger, barriers. */
export async function flaws(page: Page): Promise<readonly string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(wide > 0 ? [`${wide} px too wide`] : []), ...(await tooSmall(page)), ...(await violations(page))];
}

/** Controls less than 48 px high, links inside sentences apart. A choice is pressed on its label as well. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const controls =
      'button, select, textarea, input:not([type=hidden]), summary, .btn, nav a, footer a, tbody th a, .rail a';
    const pressed = (control: Element): Element =>
      (control.matches('[type=radio], [type=checkbox]') &&
        (control.closest('label') ?? document.querySelector(`label[for="${control.id}"]`))) ||
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

/** Parts that a screen of 320 px cuts. */
export const cutParts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(p, li, h1, h2, h3, th, td, a, button, label, summary)')]
      .filter((part) => part.checkVisibility() && part.closest('.vh') === null)
      .filter((part) => {
        const box = part.getBoundingClientRect();
        return box.right > 321 || box.left < -1;
      })
      .map((part) => `${part.tagName} ${part.textContent}`),
  );
