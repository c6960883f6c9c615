import type { Role } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { totpCode, totpStepAt } from '../../apps/web/src/features/accounts/proofs/totp.ts';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { pageOf } from '../../apps/web/test/consultations/prepared.ts';
import { StaffBrowser } from '../../apps/web/test/staff.ts';
import { press } from '../booth/voter.ts';
import type { Installation } from './installation.ts';

const t = translationOf('es').accounts;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a telephone reads out of the letters of an authenticator app, in base 32. */
function secretIn(typed: string): Uint8Array {
  const bits = typed
    .replaceAll(' ', '')
    .split('')
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'));
  return Uint8Array.from(bits.join('').match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** A member of staff with a browser of their own. What no page of the test looks at is sent as its forms are. */
export class Clerk {
  readonly name: string;
  readonly account: string;
  readonly staff: StaffBrowser;
  readonly #site: Installation;
  readonly #email: string;
  readonly #secret: Uint8Array;
  readonly #context: BrowserContext;
  #lastStep = 0;

  private constructor(
    site: Installation,
    who: { readonly name: string; readonly account: string; readonly email: string; readonly secret: Uint8Array },
    context: BrowserContext,
  ) {
    this.#site = site;
    this.name = who.name;
    this.account = who.account;
    this.#email = who.email;
    this.#secret = who.secret;
    this.#context = context;
    this.staff = new StaffBrowser(site);
  }

  /** Sets an account up at its link, with a password and an app. */
  static async atLink(site: Installation, browser: Browser, link: string, name: string, account = ''): Promise<Clerk> {
    const email = `${name.toLowerCase()}@comuna.example`;
    const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
    const staff = new StaffBrowser(site);
    const begun = await staff.post(link, { name, email, spoken: '', how: 'password' });
    invariant(begun.status === 303, `the link is taken: ${begun.status}`);
    await staff.post(`${link}/password`, { password });
    const typed = /<code class="secret">([A-Z2-7 ]+)</u.exec(await (await staff.get(`${link}/code`)).text())?.[1];
    invariant(typed !== undefined, 'the page of the app shows its secret');
    const clerk = new Clerk(site, { name, account, email, secret: secretIn(typed) }, context);
    const done = await staff.post(`${link}/code`, { code: clerk.#code() });
    invariant(done.status === 303, `the code is taken: ${done.status}`);
    return clerk;
  }

  /** The code that the app shows next; each is taken once. */
  #code(): string {
    const step = Math.max(totpStepAt(this.#site.clock.now), this.#lastStep + 1);
    this.#site.moveTo(step * 30_000);
    this.#lastStep = step;
    return totpCode(this.#secret, step);
  }

  /** Signs in with both proofs, in the browser. Whatever is done afterwards is done in this session. */
  async signIn(): Promise<void> {
    await this.#context.clearCookies();
    const page = await this.#newPage('/sign-in');
    await page.locator('#email').fill(this.#email);
    await page.locator('#password').fill(password);
    await page.locator('#password-way').getByRole('button', { name: t.continue }).click();
    await page.locator('#code').fill(this.#code());
    await press(page, t.signInTitle);
    await page.waitForURL(/\/org$/u);
    for (const { name, value } of await this.#context.cookies()) this.staff.setCookie(name, value);
    await page.close();
  }

  /** Looks at a page of the site. */
  async sees<T>(path: string, does: (page: Page) => Promise<T>): Promise<T> {
    const page = await this.#newPage(path);
    const seen = await does(page);
    await page.close();
    return seen;
  }

  async #newPage(path: string): Promise<Page> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(200_000);
    await page.goto(new URL(path, this.#site.origin).href);
    return page;
  }

  /** Proposes something on its page, with a reason. @returns the page of the act */
  proposes(path: string): Promise<string> {
    return this.sees(path, async (page) => {
      await page.locator('#reason').fill('Lo vimos entre todas.');
      await page.locator('#propose button').click();
      await page.waitForURL(/\/org\/acts\/[0-9a-f-]{36}$/u);
      return new URL(page.url()).pathname;
    });
  }

  /** Agrees to what another person proposed, on the page of the act. */
  agree(act: string): Promise<void> {
    return this.sees(act, async (page) => {
      await page.getByLabel(t.agree).check();
      await press(page, t.confirm);
      await page.locator(`form[action="${act}"]`).waitFor({ state: 'detached' });
      const trouble = await page.locator('.problem').allInnerTexts();
      invariant(trouble.length === 0, `agreed: ${trouble.join(' ')}`);
    });
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

const password = 'mango verde con sal';

/** The administrators of a new installation, as its first two links make them. */
export async function firstAdministrators(site: Installation, browser: Browser): Promise<readonly [Clerk, Clerk]> {
  const [one = '', two = ''] = site.firstLinks;
  const both = [
    await Clerk.atLink(site, browser, one, 'Adela'),
    await Clerk.atLink(site, browser, two, 'Amparo'),
  ] as const;
  for (const clerk of both) await clerk.signIn();
  return both;
}

/** Somebody invited by an administrator, who sets the account up, is given a role by two, and signs in. */
export async function employ(
  { site, browser, administrators: [first, second] }: Office,
  name: string,
  role: Role,
  territory: string,
): Promise<Clerk> {
  const email = `${name.toLowerCase()}@comuna.example`;
  const invited = await (await first.staff.post('/org/people/invite', { name, email })).text();
  const link = /\/set-up\/[\w-]{43}/u.exec(invited)?.[0] ?? '';
  const account = /\/org\/people\/([0-9a-f-]{36})"/u.exec(invited)?.[1] ?? '';
  const clerk = await Clerk.atLink(site, browser, link, name, account);
  const reason = 'Lo decidió la asamblea.';
  const proposed = await first.staff.post(`/org/people/${account}/grant`, { role, territory, reason });
  const agreed = await second.staff.post(pageOf(proposed), { decision: 'agree' });
  invariant(agreed.status === 303, `${name} has a role: ${proposed.status} ${agreed.status}`);
  await clerk.signIn();
  return clerk;
}

/** Where people are employed. */
export interface Office {
  readonly site: Installation;
  readonly browser: Browser;
  readonly administrators: readonly [Clerk, Clerk];
}
