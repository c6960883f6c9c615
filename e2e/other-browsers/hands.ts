import { mkdtempSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SavedFile } from '../offline-site.ts';
import type { InstalledBrowser, OtherBrowser } from './other-browser.ts';

/** Presses the one thing in sight that is called so. */
export async function press(browser: OtherBrowser, name: string): Promise<void> {
  await browser.comes((wanted) => {
    const found = [...document.querySelectorAll('button, a, summary')].find(
      (each) => each instanceof HTMLElement && each.checkVisibility() && each.innerText.trim() === wanted,
    );
    if (!(found instanceof HTMLElement)) return false;
    found.click();
    return true;
  }, name);
}

export const seen = (browser: OtherBrowser, selector: string): Promise<void> =>
  browser.comes((wanted) => document.querySelector(wanted)?.checkVisibility() === true, selector);

export const textOf = (browser: OtherBrowser, selector: string): Promise<string> =>
  browser.run((wanted) => {
    const found = [...document.querySelectorAll(wanted)].filter((each) => each.checkVisibility());
    return found.map((each) => (each instanceof HTMLElement ? each.innerText : '').replaceAll(/\s+/gu, ' ')).join('|');
  }, selector);

export async function mark(browser: OtherBrowser, ...numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await browser.run((wanted) => document.querySelector<HTMLElement>(`label[for=p${wanted}]`)?.click(), number);
  }
}

/** Types into a field. */
export async function type(browser: OtherBrowser, selector: string, text: string): Promise<void> {
  await browser.run(
    (wanted, typed) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      if (field !== null) field.value = typed;
      field?.dispatchEvent(new Event('change'));
    },
    selector,
    text,
  );
}

/** Whether something stands beyond the edge of the window, of the page that is in sight. */
export const tooWide = (browser: OtherBrowser): Promise<string> =>
  browser.run(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Presses what saves a file, and gives it as the browser saved it. */
export async function save(browser: InstalledBrowser, name: string): Promise<SavedFile> {
  // WebKit shows a file in its folder before all of it is there: the page knows how much it is.
  await browser.run(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file) => {
      URL.createObjectURL = make;
      if (file instanceof Blob) document.documentElement.dataset['saving'] = String(file.size);
      return make(file);
    };
  });
  await press(browser, name);
  const size = Number(await browser.run(() => document.documentElement.dataset['saving']));
  for (;;) {
    // Of the files that Firefox lays down first, one may be gone by now.
    const found = readdirSync(browser.folder).find(
      (entry) =>
        !entry.endsWith('.part') && statSync(join(browser.folder, entry), { throwIfNoEntry: false })?.size === size,
    );
    if (found !== undefined) return takeAway(browser.folder, found);
    await pause(50);
  }
}

/** Another file of its name shall get that name too. */
function takeAway(folder: string, name: string): SavedFile {
  const path = join(mkdtempSync(`${folder}-`), name);
  renameSync(join(folder, name), path);
  return { name, path, bytes: readFileSync(path) };
}
