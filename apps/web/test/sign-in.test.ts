import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretHash } from '../src/features/accounts/usecases/sessions.ts';
import { addressOf } from './access-places.ts';
import { fromBrowser, openTestSite, type TestSite } from './open-test-site.ts';
import { codeOf, makeStaff, type Person, setUp, signInAs, StaffBrowser } from './staff.ts';

let site: TestSite;
let ana: Person;
const password = 'mango verde con sal';
const login = { email: 'ana@enramada.example', password };

beforeAll(async () => {
  site = await openTestSite({ settings: { publicOrigin: 'https://convite.example' } });
  const [one = '', two = ''] = site.site.firstLinks;
  ana = await setUp(site, new StaffBrowser(site), one, { name: 'Ana', ...login });
  await setUp(site, new StaffBrowser(site), two, { name: 'Luis', email: 'luis@enramada.example', password });
});
afterAll(() => site.close());

let nextNetwork = 0;
/** A browser in a network that nobody tried from. */
function freshBrowser(): StaffBrowser {
  nextNetwork += 1;
  return new StaffBrowser(site, `198.51.${Math.floor(nextNetwork / 250)}.${1 + (nextNetwork % 250)}`);
}

const sessionIn = (answer: Response): string =>
  answer.headers.getSetCookie().find((cookie) => cookie.includes('session=')) ?? '';
const wait = (minutes: number): void => {
  site.clock.now = new Date(site.clock.now.getTime() + minutes * 60_000);
};
const wrongLogin = { ...login, password: 'no es esta clave' };

test('the session cookie is for this host alone, over TLS, out of reach of scripts, until the browser closes', async () => {
  const browser = freshBrowser();
  const half = sessionIn(await browser.post('/sign-in', login));
  wait(1);
  const full = sessionIn(await browser.post('/sign-in/second', { code: codeOf(site, ana) }));
  for (const cookie of [half, full]) {
    expect(cookie).toMatch(/^__Host-convite-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u);
  }
  const stored = await site.site.accounts.database.selectFrom('sessions').select('token_hash').execute();
  const token = full.slice(full.indexOf('=') + 1, full.indexOf(';'));
  expect(stored.map(({ token_hash }) => token_hash)).toContain(secretHash(token));
  expect(JSON.stringify(stored)).not.toContain(token);
});

test('each proof brings a new token, and the one before it ends', async () => {
  const browser = freshBrowser();
  await browser.post('/sign-in', login);
  const half = browser.cookie;
  wait(1);
  await browser.post('/sign-in/second', { code: codeOf(site, ana) });
  expect(browser.cookie).not.toContain(half);
  const old = await site.ask('/org', { headers: { Cookie: half } });
  expect(old.headers.get('Location')).toBe('/sign-in?back=%2Forg');
  expect((await browser.get('/org')).status).toBe(200);
});

test('a token that was planted before signing in is never taken over', async () => {
  const browser = freshBrowser();
  const planted = 'A'.repeat(43);
  browser.setCookie('__Host-convite-session', planted);
  expect((await signInAs(site, browser, ana)).status).toBe(303);
  expect(browser.cookie).not.toContain(planted);
  expect((await site.ask('/org', { headers: { Cookie: `__Host-convite-session=${planted}` } })).status).toBe(303);
});

test('one proof alone opens nothing', async () => {
  const browser = freshBrowser();
  await browser.post('/sign-in', login);
  for (const path of ['/org', '/org/people', '/org/acts', '/org/trail']) {
    expect((await browser.get(path)).headers.get('Location')).toBe(`/sign-in/second?back=${encodeURIComponent(path)}`);
  }
  expect((await freshBrowser().post('/sign-in/second', { code: codeOf(site, ana) })).headers.get('Location')).toBe(
    '/sign-in?back=%2Forg',
  );
});

test('a session ends after fifteen minutes without a request, and after twelve hours in any case', async () => {
  const idle = freshBrowser();
  await signInAs(site, idle, ana);
  for (let i = 0; i < 3; i++) {
    wait(14);
    expect((await idle.get('/org')).status).toBe(200);
  }
  wait(15);
  expect((await idle.get('/org')).status).toBe(303);

  const busy = freshBrowser();
  await signInAs(site, busy, ana);
  for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
    wait(10);
    expect((await busy.get('/org')).status).toBe(200);
  }
  wait(10);
  expect((await busy.get('/org')).status).toBe(303);
});

test('two browsers are signed in side by side; signing out ends one, and its token is good for nothing', async () => {
  const [one, two] = [freshBrowser(), freshBrowser()];
  await signInAs(site, one, ana);
  await signInAs(site, two, ana);
  const token = one.cookie;
  expect((await one.post('/sign-out')).headers.get('Location')).toBe('/signed-out');
  expect((await site.ask('/org', { headers: { Cookie: token } })).status).toBe(303);
  expect((await two.get('/org')).status).toBe(200);
});

test('after signing in people find the page that they asked for, never one of another site', async () => {
  const back = async (asked: string): Promise<string | null> => {
    const browser = freshBrowser();
    const answer = await browser.post('/sign-in', { ...login, back: asked });
    return new URL(answer.headers.get('Location') ?? '', site.origin).searchParams.get('back');
  };
  expect(await back('/org/trail?before=9')).toBe('/org/trail?before=9');
  for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'org', '']) {
    expect(await back(evil)).toBe('/org');
  }
});

test('whether there is an account, and what it lacks, shows in nothing of the answer', async () => {
  const { database, now } = site.site.accounts;
  const { password_hash, totp_secret } = await database
    .selectFrom('accounts')
    .select(['password_hash', 'totp_secret'])
    .where('id', '=', ana.account)
    .executeTakeFirstOrThrow();
  const plant = async (email: string, more: object): Promise<void> => {
    const row = { id: randomUUID(), email, name: 'X', is_demo: false, created_at: now() };
    await database
      .insertInto('accounts')
      .values({ ...row, ...more })
      .execute();
  };
  await plant('closed1@e.example', { password_hash, totp_secret, totp_step: 1, disabled_at: now() });
  await plant('halfway@e.example', { password_hash, totp_secret });
  await plant('invited@e.example', {});
  await plant('regular@e.example', { password_hash, totp_secret, totp_step: 1 });
  const asked = [
    { email: 'unknown@e.example', password },
    { email: 'regular@e.example', password: 'no es esta clav' },
    { email: 'closed1@e.example', password },
    { email: 'halfway@e.example', password },
    { email: 'invited@e.example', password },
  ];
  const seen: string[] = [];
  for (const { email, password: typed } of asked) {
    const answer = await freshBrowser().post('/sign-in', { email, password: typed });
    const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'etag');
    const text = (await answer.text()).replaceAll(email, 'EMAIL').replace(/data-question="[^"]*"/u, 'QUESTION');
    seen.push(JSON.stringify([answer.status, headers, text]));
  }
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toContain('[422,');
});

test('five wrong passwords from one network are enough for a quarter of an hour, for no account as for any', async () => {
  for (const email of ['ana@enramada.example', 'unknown@enramada.example']) {
    const browser = freshBrowser();
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await browser.post('/sign-in', { ...wrongLogin, email })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await browser.post('/sign-in', { email, password })).status).toBe(429);
    // Capitals and spaces make no other address of it.
    expect((await browser.post('/sign-in', { email: ` ${email.toUpperCase()}`, password })).status).toBe(429);
  }
  wait(15);
  expect((await signInAs(site, freshBrowser(), ana)).status).toBe(303);
});

test('many at once are no way around the limit', async () => {
  const browser = freshBrowser();
  const answers = await Promise.all(Array.from({ length: 20 }, () => browser.post('/sign-in', wrongLogin)));
  expect(answers.filter(({ status }) => status === 422).length).toBe(5);
  expect(answers.filter(({ status }) => status === 429).length).toBe(15);
  wait(15);
});

test('nobody is locked out by what others try: a browser that was signed in before goes on', async () => {
  const known = freshBrowser();
  await signInAs(site, known, ana);
  await known.post('/sign-out');
  const attackers = Array.from({ length: 25 }, freshBrowser);
  for (const attacker of attackers) for (let i = 0; i < 5; i++) await attacker.post('/sign-in', wrongLogin);
  expect((await freshBrowser().post('/sign-in', login)).status).toBe(429);
  expect((await known.post('/sign-in', login)).status).toBe(303);
  // It knows one account: for any other it is a stranger.
  for (let i = 0; i < 6; i++) await known.post('/sign-in', { ...wrongLogin, email: 'luis@enramada.example' });
  expect((await known.post('/sign-in', { email: 'luis@enramada.example', password })).status).toBe(429);
  wait(24 * 60);
});

test('five wrong codes are enough, and a right one among many at once is taken once', async () => {
  const browser = freshBrowser();
  await browser.post('/sign-in', login);
  const statuses: number[] = [];
  for (let i = 0; i < 6; i++) statuses.push((await browser.post('/sign-in/second', { code: '000000' })).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  wait(15);
  const [one, two] = [freshBrowser(), freshBrowser()];
  await one.post('/sign-in', login);
  await two.post('/sign-in', login);
  const code = codeOf(site, ana);
  const both = await Promise.all([one, two].map((each) => each.post('/sign-in/second', { code })));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
});

test('no page that changes something takes a request which another site began', async () => {
  const { browser } = await makeStaff(site, 'Rosa', [{ role: 'administrator', territory: null }]);
  const cookie = browser.cookie.replace('convite-session', '__Host-convite-session');
  expect((await site.ask('/org', { headers: { Cookie: cookie } })).status).toBe(200);
  const nowhere = { territory: randomUUID(), consultation: 'x', contest: randomUUID() };
  const changing = site.site.routes.declared.filter(
    ({ method, path }) => method !== 'GET' && !path.startsWith('/api/'),
  );
  expect(changing.length).toBeGreaterThan(10);
  const foreign: readonly Readonly<Record<string, string>>[] = [
    {},
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'https://convite.example.evil.example' },
    { Origin: 'http://convite.example' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example', 'Content-Type': 'text/plain' },
    { Origin: 'https://evil.example', 'Content-Type': 'application/json' },
  ];
  const passed: string[] = [];
  for (const { method, path } of changing) {
    for (const headers of foreign) {
      const answer = await site.ask(addressOf(path, nowhere), {
        method,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie, ...headers },
        body: method === 'POST' ? 'a=b' : null,
      });
      if (answer.status !== 403) passed.push(`${method} ${path} ${JSON.stringify(headers)} ${answer.status}`);
    }
    // A method named in the form or in a header changes nothing of a request that only reads.
    const override = { Cookie: cookie, 'X-HTTP-Method-Override': method };
    const read = await site.ask(`${addressOf(path, nowhere)}?_method=${method}`, { headers: override });
    if (read.status >= 500) passed.push(`GET ${path} fails`);
  }
  expect(passed).toEqual([]);
  expect((await site.ask('/org', { headers: { Cookie: cookie } })).status).toBe(200);
});

test('a form that is too large, or no form at all, is refused in words', async () => {
  const huge = await site.ask('/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ email: 'a'.repeat(100_000) }),
    headers: fromBrowser(site, '203.0.113.200'),
  });
  expect(huge.status).toBe(413);
  for (const [type, body] of [
    ['application/json', '{"email":"ana@enramada.example"}'],
    ['text/plain', 'email=ana'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
  ] as const) {
    const answer = await site.ask('/sign-in', {
      method: 'POST',
      body,
      headers: { ...fromBrowser(site, '203.0.113.201'), 'Content-Type': type },
    });
    expect([type, answer.status >= 400 && answer.status < 500]).toEqual([type, true]);
  }
});
