import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { totpCode, totpStepAt } from '../../apps/web/src/features/accounts/proofs/totp.ts';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { until } from '../../apps/web/test/until.ts';
import { saveBy } from '../offline-site.ts';
import type { Installation } from './installation.ts';

const t = translationOf('es');

/** What is filled in at a label: something typed, a list's entry, a file, or a choice that is marked. */
export type Filled = string | true | { readonly name: string; readonly content: string } | { readonly path: string };

/**
 * A member of staff at a browser, who knows the home page and the links that were handed over, and no other address: every
 * page is reached by what the page before it offers, every act is a form that a page shows, filled in by its labels.
 */
export class Clerk {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What this person saves. */
  readonly folder: string;
  readonly #site: Installation;
  readonly #email: string;
  readonly #secret: Uint8Array;
  #lastStep = 0;

  private constructor(
    site: Installation,
    page: Page,
    { name, email, secret }: { readonly name: string; readonly email: string; readonly secret: Uint8Array },
  ) {
    this.#site = site;
    this.page = page;
    this.context = page.context();
    this.name = name;
    this.#email = email;
    this.#secret = secret;
    this.folder = mkdtempSync(join(site.folder, 'clerk-'));
  }

  /** Sets an account up at its link, with a password and an app. Whoever was invited is named already. */
  static async atLink(
    site: Installation,
    browser: Browser,
    link: string,
    name: string,
    invited = false,
  ): Promise<Clerk> {
    const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    await page.goto(new URL(link, site.origin).href);
    const email = mailOf(name);
    const words = t.accounts;
    await sendForm(page, words.continue, {
      ...(invited ? {} : { [words.yourName]: name, [words.email]: email }),
      [words.howPassword]: true,
    });
    await sendForm(page, words.continue, { [words.password]: password });
    const secret = secretIn(await page.locator('code.secret').innerText());
    const clerk = new Clerk(site, page, { name, email, secret });
    await clerk.sends(words.appDone, { [words.code]: clerk.#code() });
    return clerk;
  }

  /** The code that the app shows next; each is taken once. */
  #code(): string {
    const step = Math.max(totpStepAt(this.#site.clock.now), this.#lastStep + 1);
    this.#site.moveTo(step * 30_000);
    this.#lastStep = step;
    return totpCode(this.#secret, step);
  }

  /** Comes to what waits for staff, from the home page or one of their own, with both proofs where nobody is signed in. */
  async arrives(): Promise<void> {
    if (!(await this.offers(t.accounts.tasks))) {
      await this.page.goto(this.#site.origin);
      await this.follow(t.frame.staff);
    } else await this.follow(t.accounts.tasks);
    if ((await this.page.getByLabel(t.accounts.email, { exact: true }).count()) === 0) return;
    await this.sends(t.accounts.continue, { [t.accounts.email]: this.#email, [t.accounts.password]: password });
    await this.sends(t.accounts.signInTitle, { [t.accounts.code]: this.#code() });
  }

  /** Comes to what waits for staff, and goes on from there by links. */
  async arrivesAt(...links: readonly Name[]): Promise<void> {
    await this.arrives();
    await this.follow(...links);
  }

  /** Comes back until something waits that the server first had to do its part of, and goes to it. */
  async isAwaited(task: Name): Promise<void> {
    await until(async () => {
      await this.arrives();
      return (await this.offers(task)) ? true : undefined;
    });
    await this.follow(task);
  }

  /** Whether the page has a link or a button of these words. */
  async offers(name: Name): Promise<boolean> {
    const [links, buttons] = [
      this.page.getByRole('link', { name, exact: true }),
      this.page.getByRole('button', { name, exact: true }),
    ];
    return (await links.or(buttons).count()) > 0;
  }

  /** Presses links one after the other, by their words. */
  async follow(...links: readonly Name[]): Promise<void> {
    for (const name of links) await leave(this.page, await only(this.page, 'link', name));
  }

  /** Fills a form in by its labels, and sends it. Nothing was wrong with it. */
  async sends(button: string, fields: Readonly<Record<string, Filled>> = {}): Promise<void> {
    const problems = await sendForm(this.page, button, fields);
    invariant(problems.length === 0, `${this.name} sends “${button}”: ${problems.join(' ')}`);
  }

  /** Looks again until the server no longer works on what the page is about. */
  async waits(): Promise<void> {
    await until(async () => {
      if ((await this.page.locator('main[aria-busy]').count()) === 0) return true;
      await this.page.reload();
      return undefined;
    });
  }

  /** Saves what a link gives. @returns where */
  async saves(link: Name): Promise<string> {
    return (await saveBy(this.page, await only(this.page, 'link', link), this.folder)).path;
  }

  /** Saves what a button gives. @returns where */
  async savesBy(button: Name): Promise<string> {
    return (await saveBy(this.page, await only(this.page, 'button', button), this.folder)).path;
  }

  /** Agrees to what another person proposed and now waits for this one. */
  async agreesTo(act: Name): Promise<void> {
    await this.arrivesAt(act);
    await this.sends(t.accounts.confirm, { [t.accounts.agree]: true });
    const isOpen = (await this.page.getByRole('button', { name: t.accounts.confirm }).count()) > 0;
    invariant(!isOpen, `${this.name} has decided`);
  }
}

type Name = string | RegExp;

const password = 'mango verde con sal';
// What a machine that is busy needs is no matter of the test.
const patience = 200_000;

export const mailOf = (name: string): string => `${name.toLowerCase()}@comuna.example`;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a telephone reads out of the letters of an authenticator app, in base 32. */
function secretIn(typed: string): Uint8Array {
  const bits = typed
    .replaceAll(/\s/gu, '')
    .split('')
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'));
  return Uint8Array.from(bits.join('').match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** The one link or button of these words; where there are several, they lead to one place. */
async function only(page: Page, role: 'link' | 'button', name: Name): Promise<Locator> {
  const found = page.getByRole(role, { name, exact: true });
  const places = await found.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? each.outerHTML));
  invariant(new Set(places).size === 1, `${await page.title()} offers “${name}”: ${places.length} times`);
  return found.first();
}

/** Presses what leads to another page, and waits for that page. */
async function leave(page: Page, by: Locator): Promise<void> {
  const isLeft = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await Promise.all([isLeft, by.click()]);
  await page.waitForLoadState();
}

/** @returns what the next page says is wrong */
async function sendForm(page: Page, button: string, fields: Readonly<Record<string, Filled>>): Promise<string[]> {
  const labels = Object.keys(fields);
  let forms = page.locator('form', { has: page.getByRole('button', { name: button, exact: true }) });
  for (const label of labels.slice(0, 1)) forms = forms.filter({ has: page.getByLabel(startingWith(label)) });
  const count = await forms.count();
  invariant(count === 1, `${await page.title()} has a form “${button}” with ${labels.join(', ')}: ${count}`);
  for (const [label, filled] of Object.entries(fields)) await fill(await control(forms, label), filled);
  await leave(page, forms.getByRole('button', { name: button, exact: true }));
  return await page.locator('.problem li, .problem > p').allInnerTexts();
}

/** Choices carry their hint in their label. */
const startingWith = (label: string): RegExp =>
  new RegExp(`^${label.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)}`, 'u');

async function control(form: Locator, label: string): Promise<Locator> {
  const exactly = form.getByLabel(label, { exact: true });
  const found = (await exactly.count()) > 0 ? exactly : form.getByLabel(startingWith(label));
  const count = await found.count();
  invariant(count === 1, `the form asks for “${label}”: ${count}`);
  // What is seldom wanted is folded away.
  const fold = found.locator('xpath=ancestor::details[not(@open)]');
  if ((await fold.count()) > 0) await fold.locator('summary').click();
  return found;
}

async function fill(field: Locator, filled: Filled): Promise<void> {
  if (filled === true) return await field.check();
  if (typeof filled === 'string') {
    const isList = (await field.evaluate((each) => each.tagName)) === 'SELECT';
    return await (isList ? field.selectOption({ label: filled }).then(() => undefined) : field.fill(filled));
  }
  if ('path' in filled) return await field.setInputFiles(filled.path);
  const { name, content } = filled;
  await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}
