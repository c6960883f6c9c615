import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '../apps/web/test/open-test-site.ts';
import { makeStaff } from '../apps/web/test/staff.ts';
import { startBrowser } from './browser.ts';

/** Passkeys in a real browser, with a device that unlocks itself. They belong to a name: the site is at localhost. */

let browser: Browser;
let site: TestSite;
let origin: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([startBrowser(), openTestSite()]);
  origin = site.site.address.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Device {
  readonly page: Page;
  readonly session: CDPSession;
  readonly authenticator: string;
  /** Whatever the browser complained of. */
  readonly complaints: readonly string[];
}

/** A browser of its own with a passkey device in it. */
async function newDevice(): Promise<Device> {
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { page, session, authenticator: authenticatorId, complaints };
}

/** Sets an account up with a passkey, from the link on. */
async function setUp({ page }: Device, link: string, name: string, email: string): Promise<void> {
  await page.goto(origin + link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/^With a passkey/u).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.waitForURL(`${origin}/org`);
}

let ana: Device;

test('a first administrator makes a passkey, signs out, and signs in with it alone', async () => {
  ana = await newDevice();
  const { page, complaints } = ana;
  await setUp(ana, site.site.firstLinks[0] ?? '', 'Ana', 'ana@enramada.example');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('What waits for you');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/org`);
  expect(await page.getByText('Signed in as Ana.').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test('after signing in with a passkey people find the page that they asked for', async () => {
  const { page } = ana;
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.goto(`${origin}/org/people`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/org/people`);
});

test('an answer of a passkey is taken once, and within ten minutes', async () => {
  const { page } = ana;
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/sign-in/passkey')) sent.push(request.postData() ?? '');
  });
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/org`);
  const body = sent[0] ?? '';
  expect(body).toContain('passkey=');
  const again = async (): Promise<number> => {
    const headers = { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' };
    return (await fetch(`${origin}/sign-in/passkey`, { method: 'POST', body, headers, redirect: 'manual' })).status;
  };
  expect(await again()).toBe(422);

  await page.goto(`${origin}/sign-in`);
  const now = site.clock.now;
  site.clock.now = new Date(now.getTime() + 10 * 60_000 + 1000);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  site.clock.now = now;
});

test('a device that does not check who holds it is no second proof', async () => {
  const { page, session, authenticator } = ana;
  await session.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false });
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('The passkey did not answer.').waitFor();
  expect(page.url()).toBe(`${origin}/sign-in`);
  await session.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: true });
});

test('a device that holds no passkey of this site opens nothing', async () => {
  const stranger = await newDevice();
  await stranger.page.goto(`${origin}/sign-in`);
  await stranger.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await stranger.page.getByText('The passkey did not answer.').waitFor();
  await stranger.page.context().close();
});

test('a passkey whose counter runs back was copied, and is refused', async () => {
  const { database } = site.site.accounts;
  await database.updateTable('passkeys').set({ counter: 1000 }).where('name', '=', 'localhost').execute();
  const { page } = ana;
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await database.updateTable('passkeys').set({ counter: 0 }).where('name', '=', 'localhost').execute();
});

test('a second passkey is added, the first taken away, and the last stays', async () => {
  const spare = await newDevice();
  const { page, session, authenticator } = ana;
  await page.goto(`${origin}/sign-in?back=/org/account`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/org/account`);
  await page.getByRole('button', { name: 'Remove this passkey' }).click();
  await page.getByRole('link', { name: 'It is all that you can sign in with.' }).waitFor();

  // The device that holds one makes no second; another device does, in the same browser.
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByText('The passkey could not be made.').waitFor();
  const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId: authenticator });
  await session.send('WebAuthn.clearCredentials', { authenticatorId: authenticator });
  await page.getByRole('button', { name: 'Make the passkey' }).click();
  await page.getByRole('button', { name: 'Remove this passkey' }).nth(1).waitFor();
  const [first] = credentials;
  if (first === undefined) throw new Error('the device held a passkey');
  const id = Buffer.from(first.credentialId, 'base64').toString('base64url');
  await page.locator(`form:has(input[value="${id}"])`).getByRole('button', { name: 'Remove this passkey' }).click();
  await page.waitForURL(`${origin}/org/account`);
  expect(await page.getByRole('button', { name: 'Remove this passkey' }).count()).toBe(1);

  // What was taken away opens nothing any more.
  await spare.session.send('WebAuthn.addCredential', { authenticatorId: spare.authenticator, credential: first });
  await spare.page.goto(`${origin}/sign-in`);
  await spare.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await spare.page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await spare.page.context().close();

  // A quarter of an hour later proofs change only after signing in once more.
  site.clock.now = new Date(site.clock.now.getTime() + 10 * 60_000);
  await page.goto(`${origin}/org`);
  site.clock.now = new Date(site.clock.now.getTime() + 6 * 60_000);
  await page.goto(`${origin}/org/account`);
  expect(page.url()).toBe(`${origin}/sign-in?back=%2Forg%2Faccount`);
});

test('where passkeys cannot be used the page says so and shows no button', async () => {
  const context = await browser.newContext({ locale: 'en', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  expect(await page.getByText('A passkey cannot be used here').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Continue' }).isVisible()).toBe(true);
  await context.close();

  const numbered = await browser.newContext({ locale: 'en' });
  const byNumber = await numbered.newPage();
  await byNumber.goto(`${site.site.address}/sign-in`);
  expect(await byNumber.getByText('A passkey cannot be used here').isVisible()).toBe(true);
  await numbered.close();
});

test('two people agree on a role, each in a browser of their own', async () => {
  const luis = await newDevice();
  await setUp(luis, site.site.firstLinks[1] ?? '', 'Luis', 'luis@enramada.example');
  const { account } = await makeStaff(site, 'Rosa', []);
  const { page } = ana;
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/org`);
  await page.goto(`${origin}/org/people/${account}`);
  await page.getByRole('link', { name: 'Propose a role' }).click();
  await page.getByLabel(/^Observation/u).check();
  await page.getByLabel('Why').fill('Watches for the school.');
  await page.getByRole('button', { name: 'Propose' }).click();
  expect(await page.getByText('It waits for another person').isVisible()).toBe(true);

  await luis.page.goto(`${origin}/org`);
  await luis.page.getByRole('link', { name: 'Give Rosa the role: Observation' }).click();
  await luis.page.getByLabel(/^I agree/u).check();
  await luis.page.getByRole('button', { name: 'Confirm' }).click();
  await luis.page.getByText('Done by Luis').waitFor();
  await luis.page.goto(`${origin}/org/people/${account}`);
  expect(await luis.page.getByText('Observation. Whole installation').isVisible()).toBe(true);
  expect(luis.complaints).toEqual([]);
});
