import { type Act, actRules, acts, type Grant, mayAct, type Role, roles } from '@convite/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StaffAccess } from '../src/http/access.ts';
import { addressOf, makeParts, makePlaces, type TestParts, type TestPlace, type TestPlaces } from './access-places.ts';
import { openTestSite, type TestSite } from './open-test-site.ts';
import { makeStaff, type StaffBrowser } from './staff.ts';

/**
 * Every route of staff, as the router declares it, asked by every role from every side. What the gate must answer is
 * computed from the table of acts and the tree of territories alone.
 */

interface Caller {
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly browser: StaffBrowser;
}

interface StaffRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly access: StaffAccess;
}

let site: TestSite;
let places: TestPlaces;
let parts: TestParts;
let callers: readonly Caller[];
let routes: readonly StaffRoute[];

const sides = ['own', 'other', 'parent', 'everywhere'] as const;

beforeAll(async () => {
  site = await openTestSite();
  places = await makePlaces(site);
  parts = await makeParts(site, places);
  const make = async (name: string, grants: readonly Grant[]): Promise<Caller> => ({
    name,
    grants,
    browser: (await makeStaff(site, name, grants)).browser,
  });
  const at = (side: (typeof sides)[number]): string | null => (side === 'everywhere' ? null : places[side].territory);
  const all: Caller[] = [await make('nobody', [])];
  for (const role of roles) {
    for (const side of sides) all.push(await make(`${role} ${side}`, [{ role, territory: at(side) }]));
  }
  // Two roles that together would do, were each of them where the other is.
  for (const role of ['guarantor', 'registrar', 'administrator', 'organiser'] satisfies readonly Role[]) {
    const grants: readonly Grant[] = [
      { role, territory: at('other') },
      { role: 'reviewer', territory: at('own') },
    ];
    all.push(await make(`${role} other, reviewer own`, grants));
  }
  callers = all;
  routes = site.site.routes.declared.flatMap(({ method, path, access }) =>
    access === 'public' ? [] : [{ method, path, access }],
  );
});
afterAll(() => site.close());

const isDecided = (access: StaffAccess): access is Exclude<StaffAccess, string> => access !== 'signed-in';

/** The gate decides on something inside the consultation that the address names. */
const isInside = (access: StaffAccess): access is Exclude<StaffAccess, string> =>
  isDecided(access) && ['contest', 'roll_part', 'roll_import', 'roll_version'].includes(access.on);

/**
 * What a route may be asked about: the commune, which is some callers' own, others' other one, and lies below the nation's;
 * the nation, which lies above; the commune's part of what the nation decides. One place where the gate looks at none.
 */
const targetsOf = ({ access }: StaffRoute): readonly TestPlace[] => {
  if (!isDecided(access) || access.on === 'installation' || access.on === 'anywhere') return [places.own];
  return isInside(access) ? [places.own, places.parent, parts.own] : [places.own, places.parent];
};

function mayPass({ access }: StaffRoute, grants: readonly Grant[], { path }: TestPlace): boolean {
  if (!isDecided(access)) return true;
  if (access.on === 'installation') return mayAct(grants, access.act, []);
  const { roles: allowed } = actRules[access.act];
  if (access.on === 'anywhere') return grants.some(({ role }) => allowed.includes(role));
  // Both communes lie inside the nation: a role in one lets into its part of what the nation decides.
  const isNation = path.length === 1;
  if (access.on === 'part' && isNation && grants.some(({ role }) => allowed.includes(role))) return true;
  return mayAct(grants, access.act, path);
}

const refusal = 'Su cuenta no puede hacer esto';

/** How the gate decided, whatever the handler then made of an empty form. */
async function gateSays(answer: Response): Promise<'passed' | 'forbidden' | 'sign in' | 'second'> {
  const next = answer.headers.get('Location') ?? '';
  if (answer.status === 303 && next.startsWith('/sign-in/second')) return 'second';
  if (answer.status === 303 && next.startsWith('/sign-in')) return 'sign in';
  return answer.status === 403 && (await answer.text()).includes(refusal) ? 'forbidden' : 'passed';
}

const ask = ({ method }: StaffRoute, browser: StaffBrowser, address: string, fields = {}): Promise<Response> =>
  method === 'POST' ? browser.post(address, fields) : browser.get(address);

/** Lines of what staff did: the demo goes on being counted. */
async function linesOfTrail(): Promise<number> {
  const { n } = await site.site.accounts.database
    .selectFrom('audit_trail')
    .where('actor', 'is not', null)
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

test('the fixture has real rows for whatever the gate decides on', () => {
  expect(routes.length).toBeGreaterThan(20);
  for (const { path } of routes) expect(addressOf(path, places.own)).not.toContain(':');
});

test('no page of staff is public', () => {
  const { declared } = site.site.routes;
  expect(declared.filter(({ path, access }) => path.startsWith('/org') && access === 'public')).toEqual([]);
});

test('observers read everything, by acts that change nothing', () => {
  const reading: readonly Act[] = ['control.read', 'trail.read', 'staff.read'];
  for (const act of acts) expect([act, actRules[act].roles.includes('observer')]).toEqual([act, reading.includes(act)]);
});

test('who has not signed in, or gave one proof alone, is sent to do so, and nothing is done', async () => {
  const before = await linesOfTrail();
  const half = await makeStaff(site, 'half', [{ role: 'administrator', territory: null }], { hasSecondFactor: false });
  const wrong: string[] = [];
  for (const route of routes) {
    const address = addressOf(route.path, places.own);
    const anonymous = await site.ask(address, {
      method: route.method,
      headers: { Origin: site.origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    if ((await gateSays(anonymous)) !== 'sign in') wrong.push(`anonymous ${route.method} ${address}`);
    if ((await gateSays(await ask(route, half.browser, address))) !== 'second') {
      wrong.push(`half ${route.method} ${address}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await linesOfTrail()).toBe(before);
});

test('every role is refused wherever its grants do not reach', async () => {
  const before = await linesOfTrail();
  const wrong: string[] = [];
  let cells = 0;
  for (const route of routes) {
    for (const target of targetsOf(route)) {
      const address = addressOf(route.path, target);
      const refused = callers.filter(({ grants }) => !mayPass(route, grants, target));
      cells += refused.length;
      wrong.push(...(await notForbidden(refused, route, (caller) => ask(route, caller.browser, address))));
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(2000);
  expect(await linesOfTrail()).toBe(before);
});

test('no id of a place where the role would do changes that, in the query or in the form', async () => {
  const before = await linesOfTrail();
  const elsewhere = callers.filter(({ grants }) => grants[0]?.territory === places.other.territory);
  const wrong: string[] = [];
  let inParts = 0;
  for (const route of routes) {
    for (const { own, other } of isInside(route.access) ? [places, parts] : [places]) {
      const { path: _, ...ids } = other;
      const address = addressOf(route.path, own);
      const refused = elsewhere.filter(({ grants }) => !mayPass(route, grants, own) && mayPass(route, grants, other));
      if (own === parts.own) inParts += refused.length;
      const lured = `${address}?${new URLSearchParams(ids)}`;
      wrong.push(...(await notForbidden(refused, route, ({ browser }) => ask(route, browser, lured, ids))));
    }
  }
  expect(wrong).toEqual([]);
  expect(inParts).toBeGreaterThan(20);
  expect(await linesOfTrail()).toBe(before);
});

/** Those whom the gate did not forbid, all asking at once. */
async function notForbidden(
  asking: readonly Caller[],
  { method, path }: StaffRoute,
  asks: (caller: Caller) => Promise<Response>,
): Promise<readonly string[]> {
  const answers = await Promise.all(
    asking.map(async (caller) => ((await gateSays(await asks(caller))) === 'forbidden' ? [] : [caller.name])),
  );
  return answers.flat().map((name) => `${name}: ${method} ${path}`);
}

test('a contest is found under its own consultation alone', async () => {
  const boss = await makeStaff(
    site,
    'everything',
    roles.map((role) => ({ role, territory: null })),
  );
  const { own, other } = places;
  const about = routes.filter(({ access }) => isDecided(access) && access.on === 'contest');
  for (const route of about) {
    for (const mixed of [
      { ...own, contest: other.contest },
      { ...other, contest: own.contest },
      { ...own, contest: own.territory },
      { ...own, contest: "x' or true --" },
    ]) {
      const answer = await ask(route, boss.browser, addressOf(route.path, mixed));
      expect([route.path, answer.status]).toEqual([route.path, 404]);
    }
  }
});

test('a part of a roll, a file and a version are found under their own consultation alone', async () => {
  const boss = await makeStaff(site, 'keeps every roll', [{ role: 'registrar', territory: null }]);
  const { own, other } = places;
  const wrong: Readonly<Record<string, readonly TestPlace[]>> = {
    roll_part: [other.territory, places.parent.territory, own.import, "x' or true --"].map((territory) => ({
      ...own,
      territory,
    })),
    roll_import: [other.import, parts.own.import, own.contest, "x' or true --"].map((id) => ({ ...own, import: id })),
    roll_version: ['2', '0', '-1', '1e0', '99999999999', 'x'].map((version) => ({ ...own, version })),
  };
  let asked = 0;
  for (const route of routes) {
    const mixed = isDecided(route.access) ? (wrong[route.access.on] ?? []) : [];
    for (const place of mixed) {
      const answer = await ask(route, boss.browser, addressOf(route.path, place));
      expect([route.path, place, answer.status]).toEqual([route.path, place, 404]);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(40);
});

test('every role passes wherever its grants reach', async () => {
  const wrong: string[] = [];
  for (const route of routes) {
    for (const target of targetsOf(route)) {
      const address = addressOf(route.path, target);
      const passing = callers.filter(({ grants }) => mayPass(route, grants, target));
      const answers = await Promise.all(
        passing.map(async ({ name, grants, browser }) => {
          // What ends every session is asked for by somebody else with the same grants.
          const who = route.path.startsWith('/org/sign-out') ? (await makeStaff(site, name, grants)).browser : browser;
          const answer = await ask(route, who, address);
          const says = answer.status >= 500 ? 'fails' : await gateSays(answer);
          return says === 'passed' ? [] : [`${name}: ${route.method} ${address} ${says}`];
        }),
      );
      wrong.push(...answers.flat());
    }
  }
  expect(wrong).toEqual([]);
});

test('what is listed is what the person may know of: acts, people and lines of the trail', async () => {
  const { database, now, newId } = site.site.accounts;
  const at = (place: TestPlace) => ({ role: 'guarantor' as const, territory: place.territory });
  const proposer = await makeStaff(site, 'Propone', [at(places.own)]);
  const proposal = newId();
  await database
    .insertInto('two_person_acts')
    .values({
      id: proposal,
      act: 'role.grant',
      territory_id: places.own.territory,
      subject: proposal,
      body: JSON.stringify({}),
      reason: 'Razón del norte',
      status: 'proposed',
      proposed_by: proposer.account,
      proposed_at: now(),
    })
    .execute();
  await database
    .insertInto('audit_trail')
    .values({
      event: 'rule.write',
      subject: 'x',
      happened_at: now(),
      actor: proposer.account,
      territory_id: places.own.territory,
      reason: 'Línea del norte',
    })
    .execute();
  const observers = {
    own: await makeStaff(site, 'Mira norte', [{ role: 'observer', territory: places.own.territory }]),
    other: await makeStaff(site, 'Mira sur', [{ role: 'observer', territory: places.other.territory }]),
    parent: await makeStaff(site, 'Mira todo', [{ role: 'observer', territory: places.parent.territory }]),
  };
  for (const [side, { browser }] of Object.entries(observers)) {
    const sees = side !== 'other';
    const act = await browser.get(`/org/acts/${proposal}`);
    expect([side, act.status]).toEqual([side, sees ? 200 : 404]);
    expect((await act.text()).includes('Razón del norte')).toBe(sees);
    const decided = await browser.post(`/org/acts/${proposal}`, { decision: 'agree' });
    expect([side, decided.status]).toEqual([side, sees ? 403 : 404]);
    expect((await (await browser.get('/org/acts')).text()).includes(proposal)).toBe(sees);
    expect((await (await browser.get('/org/trail')).text()).includes('Línea del norte')).toBe(sees);
    const person = await browser.get(`/org/people/${proposer.account}`);
    expect([side, person.status]).toEqual([side, sees ? 200 : 404]);
    expect(await person.text()).not.toContain('@staff.example');
    expect((await (await browser.get('/org/people')).text()).includes('Propone')).toBe(sees);
  }
});
