import { randomBytes, randomUUID } from 'node:crypto';
import { ok } from '@convite/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AccountsContext,
  accountActs,
  actHandler,
  type CarriedOut,
  noBreachedPasswords,
  proposeAct,
} from '../src/features/accounts/index.ts';
import { decide, type Decision } from '../src/features/accounts/usecases/two-person-acts.ts';
import { inTransaction, makeDatabase } from '../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

/** What two people decide at the same moment, a hundred times over, on the real database. */

const runs = 100;
let fresh: FreshDatabase;
let context: AccountsContext;
let people: { readonly [name in 'ana' | 'luis' | 'rosa' | 'marta']: string };
/** How often an act was done, by its subject. */
const done = new Map<string, number>();

beforeAll(async () => {
  fresh = await freshDatabase();
  const means = {
    database: makeDatabase(fresh.pool),
    now: () => new Date('2026-11-21T10:00:00Z'),
    newId: randomUUID,
    random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
    key: new Uint8Array(32),
  };
  const open = actHandler<unknown, never>({
    act: 'vote.open',
    isPublic: true,
    read: (stored) => stored ?? undefined,
    show: () => ({ title: 'Abrir', says: [], facts: [], href: null }),
    async carryOut(_tx, { subject }) {
      done.set(subject, (done.get(subject) ?? 0) + 1);
      const carried: CarriedOut = { details: {} };
      return ok(carried);
    },
    explain: () => '',
  });
  context = { ...means, isDemo: false, breached: noBreachedPasswords, acts: [open, ...accountActs(means)], tasks: [] };
  const guarantor = [{ role: 'guarantor', territory: null }] as const;
  people = {
    ana: await makeAccount('Ana', [...guarantor, { role: 'administrator', territory: null }]),
    luis: await makeAccount('Luis', [...guarantor, { role: 'administrator', territory: null }]),
    rosa: await makeAccount('Rosa', [...guarantor, { role: 'administrator', territory: null }]),
    marta: await makeAccount('Marta', guarantor),
  };
});
afterAll(() => fresh.drop());

type Grants = readonly { readonly role: 'guarantor' | 'administrator'; readonly territory: null }[];

async function makeAccount(name: string, grants: Grants): Promise<string> {
  const { database, now } = context;
  const id = randomUUID();
  await database
    .insertInto('accounts')
    .values({ id, email: `${id}@staff.example`, name, is_demo: false, created_at: now() })
    .execute();
  await database
    .insertInto('passkeys')
    .values({
      credential_id: id,
      account_id: id,
      public_key: Buffer.alloc(1),
      counter: 0,
      name: 'key',
      created_at: now(),
    })
    .execute();
  for (const { role, territory } of grants) {
    await database
      .insertInto('role_grants')
      .values({ id: randomUUID(), account_id: id, role, territory_id: territory, granted_at: now() })
      .execute();
  }
  return id;
}

async function propose(
  by: string,
  act: Parameters<typeof proposeAct>[1]['act'] = 'vote.open',
  body: unknown = {},
  subject: string = randomUUID(),
): Promise<{ readonly id: string; readonly subject: string }> {
  const id = randomUUID();
  const proposed = await inTransaction(context.database, (tx) =>
    proposeAct(tx, { id, act, territory: null, subject, body, reason: 'Prueba', by, now: context.now() }),
  );
  expect(proposed).toEqual({ ok: true, value: id });
  return { id, subject };
}

const agree = (id: string, by: string): Decision => ({ id, move: 'agree', by, reason: undefined });

const linesAbout = async (subject: string): Promise<readonly string[]> => {
  const rows = await context.database
    .selectFrom('audit_trail')
    .select('event')
    .where('subject', '=', subject)
    .orderBy('number')
    .execute();
  return rows.map(({ event }) => event);
};

test('two people who agree at once do it once', async () => {
  for (let run = 0; run < runs; run++) {
    const { id, subject } = await propose(people.ana);
    const answers = await Promise.all([
      decide(context, agree(id, people.luis)),
      decide(context, agree(id, people.rosa)),
    ]);
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { type: 'already_decided' } });
    expect(done.get(subject)).toBe(1);
    expect(await linesAbout(subject)).toEqual(['act.proposed', 'vote.open']);
  }
});

test('an act is agreed on or withdrawn, never both', async () => {
  const outcomes = new Set<string>();
  for (let run = 0; run < runs; run++) {
    const { id, subject } = await propose(people.ana);
    const withdrawn: Decision = { id, move: 'withdraw', by: people.ana, reason: undefined };
    const both = [() => decide(context, agree(id, people.luis)), () => decide(context, withdrawn)];
    const [first, second] = await Promise.all((run % 2 === 0 ? both : both.toReversed()).map((start) => start()));
    expect([first?.ok, second?.ok].filter(Boolean).length).toBe(1);
    const [, last = ''] = await linesAbout(subject);
    outcomes.add(last);
    expect(done.get(subject) ?? 0).toBe(last === 'vote.open' ? 1 : 0);
  }
  expect([...outcomes].toSorted()).toEqual(['act.withdrawn', 'vote.open']);
});

test('the same act on the same subject is proposed once at a time', async () => {
  for (let run = 0; run < runs; run++) {
    const subject = randomUUID();
    const answers = await Promise.all(
      [people.ana, people.luis].map((by) =>
        inTransaction(context.database, (tx) =>
          proposeAct(tx, {
            id: randomUUID(),
            act: 'vote.open',
            territory: null,
            subject,
            body: {},
            reason: 'Prueba',
            by,
            now: context.now(),
          }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, error: { type: 'already_proposed' } });
  }
});

test('roles that are kept apart are not both granted, whoever agrees at once', async () => {
  for (let run = 0; run < runs; run++) {
    const account = await makeAccount(`Persona ${run}`, []);
    const grantOf = (role: string) => ({ account, name: 'Persona', role, territory: null, territoryName: null });
    const one = await propose(people.ana, 'role.grant', grantOf('organiser'), `${account}/organiser`);
    const other = await propose(people.ana, 'role.grant', grantOf('trustee'), `${account}/trustee`);
    const answers = await Promise.all([
      decide(context, agree(one.id, people.luis)),
      decide(context, agree(other.id, people.rosa)),
    ]);
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { type: 'refused' } });
    const held = await context.database
      .selectFrom('role_grants')
      .select('role')
      .where('account_id', '=', account)
      .execute();
    expect(held.length).toBe(1);
  }
});

test('whoever loses the role at the same moment agrees before or not at all', async () => {
  const outcomes = new Set<boolean>();
  for (let run = 0; run < runs; run++) {
    const guest = await makeAccount(`Garante ${run}`, [{ role: 'guarantor', territory: null }]);
    const { id: grant } = await context.database
      .selectFrom('role_grants')
      .select('id')
      .where('account_id', '=', guest)
      .executeTakeFirstOrThrow();
    const { id, subject } = await propose(people.marta);
    const body = { account: guest, name: 'G', role: 'guarantor', territory: null, territoryName: null, grant };
    const end = await propose(people.ana, 'role.end', body, `${guest}/guarantor`);
    const both = [() => decide(context, agree(id, guest)), () => decide(context, agree(end.id, people.luis))];
    const [first, second] = await Promise.all((run % 2 === 0 ? both : both.toReversed()).map((start) => start()));
    const [opened, ended] = run % 2 === 0 ? [first, second] : [second, first];
    expect(ended?.ok).toBe(true);
    outcomes.add(opened?.ok === true);
    const lines = await context.database
      .selectFrom('audit_trail')
      .select(['number', 'event'])
      .where('subject', 'in', [subject, `${guest}/guarantor`])
      .where('event', 'in', ['vote.open', 'role.end'])
      .orderBy('number')
      .execute();
    // Where both happened, the right was there when it was used.
    expect(lines.map(({ event }) => event)).toEqual(opened?.ok === true ? ['vote.open', 'role.end'] : ['role.end']);
  }
  expect(outcomes.size).toBe(2);
});

test('two administrators are always left, whoever is sent away at once', async () => {
  const { database } = context;
  for (let run = 0; run < runs; run++) {
    const guest = await makeAccount(`Cuarta ${run}`, [{ role: 'administrator', territory: null }]);
    // Ana, Luis, Rosa and the guest administrate; Ana and Luis send three away, one of them each other.
    const closings = await Promise.all(
      [
        { by: people.ana, whom: guest, agrees: people.luis },
        { by: people.rosa, whom: people.luis, agrees: people.ana },
        { by: people.luis, whom: people.rosa, agrees: guest },
      ].map(async ({ by, whom, agrees }) => ({
        act: await propose(by, 'account.disable', { account: whom, name: 'x' }, whom),
        agrees,
      })),
    );
    await Promise.all(closings.map(({ act, agrees }) => decide(context, agree(act.id, agrees))));
    const left = await database
      .selectFrom('accounts')
      .innerJoin('role_grants', 'role_grants.account_id', 'accounts.id')
      .select('accounts.id')
      .where('role', '=', 'administrator')
      .where('disabled_at', 'is', null)
      .execute();
    expect(left.length).toBeGreaterThanOrEqual(2);
    await database.deleteFrom('two_person_acts').where('status', '=', 'proposed').execute();
    await database.updateTable('accounts').set({ disabled_at: null }).where('id', '<>', guest).execute();
    await database.updateTable('accounts').set({ disabled_at: context.now() }).where('id', '=', guest).execute();
  }
});
