import { roles } from '@convite/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, makePlaces, type TestPlaces } from './access-places.ts';
import { fromBrowser, openTestSite, type TestSite } from './open-test-site.ts';
import { makeStaff } from './staff.ts';

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
