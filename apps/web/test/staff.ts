import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@convite/domain';
import type { AccountsContext } from '../src/features/accounts/index.ts';
import { totpCode } from '../src/features/accounts/proofs/totp.ts';
import { secretHash } from '../src/features/accounts/usecases/sessions.ts';
import { type AskedSite, cookiesOf, fromBrowser, type TestSite } from './open-test-site.ts';

/** A browser of a member of staff: keeps its cookies, sends forms as its own pages would. */
export class StaffBrowser {
  readonly #site: AskedSite;
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor(site: AskedSite, address = '203.0.113.7') {
    this.#site = site;
    this.#address = address;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async get(path: string): Promise<Response> {
    return this.#kept(await this.#site.ask(path, { headers: this.#headers() }));
  }

  post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send(path, new URLSearchParams(fields));
  }

  /** Sends a form in which a name may occur more than once. */
  async send(path: string, body: URLSearchParams): Promise<Response> {
    return this.#kept(await this.#site.ask(path, { method: 'POST', body, headers: this.#headers() }));
  }

  /** Uncompressed, so that lengths tell what is on the page and nothing of how well it packs. */
  #headers(): Record<string, string> {
    return { ...fromBrowser(this.#site, this.#address, this.cookie), 'Accept-Encoding': 'identity' };
  }

  #kept(response: Response): Response {
    for (const cookie of cookiesOf(response).split('; ')) {
      const [name = '', value = ''] = cookie.split('=', 2);
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}

export interface Person {
  readonly account: string;
  readonly email: string;
  readonly password: string;
  /** The secret of the app. */
  readonly secret: Uint8Array;
}

/** The code that the person's app shows at the clock of the site, `steps` of 30 seconds later. */
export const codeOf = (site: TestSite, { secret }: Pick<Person, 'secret'>, steps = 0): string =>
  totpCode(secret, Math.floor(site.clock.now.getTime() / 30_000) + steps);

/** Sets an account up through its link, with password and app, as a person would. */
export async function setUp(
  site: TestSite,
  browser: StaffBrowser,
  path: string,
  who: { readonly name: string; readonly email: string; readonly password: string; readonly spoken?: string },
): Promise<Person> {
  const { name, email, password, spoken = '' } = who;
  const begun = await browser.post(path, { name, email, spoken, how: 'password' });
  if (begun.status !== 303) throw new Error(`the link answers ${begun.status}: ${await begun.text()}`);
  await browser.post(`${path}/password`, { password });
  const row = await site.site.accounts.database
    .selectFrom('accounts')
    .select(['id', 'totp_secret'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  const person = { account: row.id, email, password, secret: new Uint8Array(row.totp_secret ?? []) };
  const done = await browser.post(`${path}/code`, { code: codeOf(site, person) });
  if (done.status !== 303) throw new Error(`the code was not taken: ${done.status}`);
  return person;
}

/** Signs in with both proofs. */
export async function signInAs(site: TestSite, browser: StaffBrowser, person: Person): Promise<Response> {
  await browser.post('/sign-in', { email: person.email, password: person.password });
  // A code is taken once: each sign-in of a test waits for the next, by the clock of the site.
  site.clock.now = new Date(site.clock.now.getTime() + 30_000);
  return browser.post('/sign-in/second', { code: codeOf(site, person) });
}

/** What accounts are made in: a test's own site, or the database of a site in another process. */
type StaffedSite = AskedSite & { readonly site: { readonly accounts: Pick<AccountsContext, 'database' | 'now'> } };

/** An account with roles and an open session, straight in the database. */
export async function makeStaff(
  site: StaffedSite,
  name: string,
  grants: readonly { readonly role: Role; readonly territory: string | null }[],
  { hasSecondFactor = true }: { readonly hasSecondFactor?: boolean } = {},
): Promise<{ readonly account: string; readonly browser: StaffBrowser }> {
  const { database, now } = site.site.accounts;
  const account = randomUUID();
  await database
    .insertInto('accounts')
    .values({ id: account, email: `${account}@staff.example`, name, is_demo: false, created_at: now() })
    .execute();
  await database
    .insertInto('passkeys')
    .values({
      credential_id: account,
      account_id: account,
      public_key: Buffer.alloc(1),
      counter: 0,
      name: 'key',
      created_at: now(),
    })
    .execute();
  for (const { role, territory } of grants) {
    await database
      .insertInto('role_grants')
      .values({ id: randomUUID(), account_id: account, role, territory_id: territory, granted_at: now() })
      .execute();
  }
  const token = randomBytes(32).toString('base64url');
  await database
    .insertInto('sessions')
    .values({
      token_hash: secretHash(token),
      account_id: account,
      created_at: now(),
      seen_at: now(),
      has_second_factor: hasSecondFactor,
    })
    .execute();
  const browser = new StaffBrowser(site);
  browser.setCookie('convite-session', token);
  return { account, browser };
}
