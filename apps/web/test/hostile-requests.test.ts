import { request } from 'node:http';
import { roles } from '@convite/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, makePlaces, type TestPlaces } from './access-places.ts';
import { fromBrowser, openTestSite, type TestSite } from './open-test-site.ts';
import { makeStaff } from './staff.ts';
import { until } from './until.ts';

/**
 * What no page of ours ever sends, to every route that the router declares, from somebody who may do everything: each is
 * refused with a page, and none becomes an incident, of which anybody could then make as many as they like.
 */

let site: TestSite;
let places: TestPlaces;
let cookie: string;

beforeAll(async () => {
  site = await openTestSite();
  places = await makePlaces(site);
  const everything = roles.map((role) => ({ role, territory: null }));
  cookie = (await makeStaff(site, 'Todo', everything)).browser.cookie;
});
afterAll(() => site.close());

const declared = (method: 'GET' | 'POST'): readonly string[] =>
  site.site.routes.declared.flatMap((route) =>
    // Signing out would leave nobody to ask the others.
    route.method === method && !route.path.includes('sign-out') ? [route.path] : [],
  );

const post = async (path: string, body: string, type: string): Promise<number> => {
  const headers = { ...fromBrowser(site, '203.0.113.9', cookie), 'Content-Type': type };
  return (await site.ask(path, { method: 'POST', body, headers })).status;
};

test.each([
  ['is none', 'junk', 'multipart/form-data; boundary=b'],
  ['names no boundary', 'junk', 'multipart/form-data'],
  ['breaks off', '--b\r\nContent-Disposition: form-data; name="reason"\r\n\r\nabc', 'multipart/form-data; boundary=b'],
  ['is of another kind', '<a/>', 'application/xml'],
])('a form that %s is no incident, wherever it is sent', async (_name, body, type) => {
  const failing: string[] = [];
  for (const path of declared('POST')) {
    const address = addressOf(path, places.own);
    if ((await post(address, body, type)) >= 500) failing.push(path);
  }
  expect(failing).toEqual([]);
});

/** What stands in an address where a name, a number or an id is meant. */
const strange = {
  'a sign that the database cannot hold': '%00',
  'a number that no counter reaches': '99999999999999999999',
  'a number below all': '-1',
  'half of a sign': '%ED%A0%80',
  'what SQL would end on': "x'%22;--",
  'what is not decoded': '%',
  'what is long': 'a'.repeat(4000),
};
const askedNames = [
  'q',
  'p',
  's',
  'r',
  'back',
  'lang',
  'budget',
  'rule',
  'without',
  'territory',
  'prefix',
  'after',
  'from',
];

test.each(Object.entries(strange))(
  '%s is no incident, in whichever part of an address it stands',
  async (_name, value) => {
    const failing: string[] = [];
    const query = askedNames.map((name) => `${name}=${value}`).join('&');
    const parameter = /:(\w+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/gu;
    const found: Readonly<Record<string, string>> = { ...places.own, path: '' };
    for (const path of declared('GET')) {
      const nowhere = path.replaceAll(parameter, value);
      const inside = path.replaceAll(parameter, (_whole, name: string) => found[name] ?? value);
      for (const asked of new Set([nowhere, inside, `${addressOf(path, places.own)}?${query}`])) {
        const { status } = await site.ask(asked, { headers: fromBrowser(site, '203.0.113.9', cookie) });
        if (status >= 500) failing.push(asked.slice(0, 200));
      }
    }
    expect(failing).toEqual([]);
  },
);

test('a route takes a small form at the most unless it says that it bounds its body itself, however the body comes', async () => {
  const wrong: string[] = [];
  for (const { method, path, boundsBody } of site.site.routes.declared) {
    if (method === 'GET') continue;
    const type = path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';
    const headers = { ...fromBrowser(site, '203.0.113.9', cookie), 'Content-Type': type };
    const asked = { method, headers, duplex: 'half' } as const;
    const long = `reason=${'x'.repeat(100_000)}`;
    for (const body of [long, new Blob([long]).stream()]) {
      const { status } = await site.ask(addressOf(path, places.own), { ...asked, body });
      // The reader of the API tells a body that goes on for too long as one that it cannot read.
      const expected =
        boundsBody === true ? status < 500 : status === 413 || (path.startsWith('/api/') && status === 400);
      if (!expected) wrong.push(`${status} ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('whoever makes up addresses is told to wait before the thousand and first, and others are not', async () => {
  const ask = async (from: string): Promise<number> => {
    const headers = { ...fromBrowser(site, from), 'Content-Type': 'application/json' };
    const path = addressOf('/c/:consultation/contests/:contest/codes', places.own);
    const asked = JSON.stringify({ address: 'ana@example.org', question: 'q'.repeat(24) });
    return (await site.ask(path, { method: 'POST', body: asked, headers })).status;
  };
  const answers = new Set<number>();
  for (let asked = 0; asked < 1000; asked += 50) {
    for (const one of await Promise.all(Array.from({ length: 50 }, () => ask('203.0.113.70')))) answers.add(one);
  }
  expect([...answers]).toEqual([404]);
  expect([await ask('203.0.113.70'), await ask('203.0.113.71')]).toEqual([429, 404]);
  site.clock.now = new Date(site.clock.now.getTime() + 10 * 60_000);
  expect(await ask('203.0.113.70')).toBe(404);
});

test('who sends many files by halves is sent away, others are not, and room comes back', async () => {
  const address = new URL('/recounts', site.site.address);
  const sendHalf = () => {
    const headers = { ...fromBrowser(site, '203.0.113.66'), 'Content-Type': 'multipart/form-data; boundary=b' };
    const sending = request(address, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pb"\r\n\r\nMETA');
    return sending;
  };
  const halfSent = Array.from({ length: 4 }, sendHalf);
  const none = async (from: string, path = '/recounts'): Promise<number> =>
    (await site.ask(path, { method: 'POST', body: '', headers: fromBrowser(site, from) })).status;
  const fill = async (): Promise<true | undefined> => {
    if ((await none('203.0.113.66')) === 429) return true;
    // What asks takes a place for a moment too, and one of the half-sent may have found none.
    halfSent.push(sendHalf());
    return undefined;
  };
  expect(await until(fill)).toBe(true);
  expect(await none('203.0.113.66', '/api/v1/recounts'), 'through the API neither').toBe(429);
  expect(await none('203.0.113.67')).toBe(400);
  for (const sending of halfSent) sending.destroy();
  expect(await until(async () => ((await none('203.0.113.66')) === 400 ? 400 : undefined))).toBe(400);
});

test('a sign that the database cannot hold is no incident in a form', async () => {
  const failing: string[] = [];
  for (const path of declared('POST')) {
    const page = await (
      await site.ask(addressOf(path, places.own), { headers: fromBrowser(site, '203.0.113.9', cookie) })
    ).text();
    const named = [...page.matchAll(/ name="([\w-]+)"/gu)].map(([, name = '']) => name);
    const form = new URLSearchParams([...named, ...always].map((name) => [name, 'a\0b']));
    const status = await post(addressOf(path, places.own), form.toString(), 'application/x-www-form-urlencoded');
    if (status >= 500) failing.push(path);
  }
  expect(failing).toEqual([]);
});

/** Fields of forms that stand on a page of another address than the one that they are sent to. */
const always = [
  'reason',
  'email',
  'password',
  'code',
  'passkey',
  'name',
  'document',
  'token',
  'station',
  'waiver',
  'q',
];
