import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { readSettings } from '../../src/env.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { settleInstallation } from '../../src/persistence/installation.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';

let fresh: FreshDatabase | undefined;
afterEach(async () => {
  await fresh?.drop();
  fresh = undefined;
});

const wish = (environment: Readonly<Record<string, string>>) => {
  const settings = readSettings(environment, '/');
  return settings.ok ? settings.value.demo : settings.error;
};

test.each([
  [{}, 'if_new'],
  [{ PUBLIC_ORIGIN: 'http://localhost:8080' }, 'if_new'],
  [{ HOST: '::1' }, 'if_new'],
  [{ HOST: '0.0.0.0' }, 'refused'],
  [{ HOST: '0.0.0.0', DEMO: '1' }, 'wanted'],
  [{ DATABASE_URL: 'postgresql://somewhere/convite' }, 'refused'],
  [{ DATABASE_URL: 'postgresql://somewhere/convite', DEMO: '1' }, 'wanted'],
  [{ PUBLIC_ORIGIN: 'https://convite.example.org' }, 'refused'],
  [{ PUBLIC_ORIGIN: 'http://localhost:3000', BALLOT_ORIGIN: 'https://vote.example.org' }, 'refused'],
  [{ DEMO: '0' }, 'refused'],
])('the settings %j say of a demo: %s', (environment, said) => {
  expect(wish(environment)).toBe(said);
});

test.each([
  { PUBLIC_ORIGIN: 'https://convite.example.org' },
  { PUBLIC_ORIGIN: 'http://localhost:3000', BALLOT_ORIGIN: 'https://vote.example.org' },
  { PUBLIC_ORIGIN: 'https://127.0.0.1.example.org' },
])('no demo is asked for under an address of the world: %j', (environment) => {
  expect(wish({ ...environment, DEMO: '1' })).toEqual([expect.stringContaining('DEMO:')]);
});

async function open() {
  fresh = await freshDatabase();
  const { pool } = fresh;
  const database = makeDatabase(pool);
  return {
    pool,
    settle: (asked: 'wanted' | 'refused' | 'if_new') => settleInstallation(database, asked, () => new Date()),
  };
}

const demo = { ok: true, value: { isDemo: true } };
const real = { ok: true, value: { isDemo: false } };

test('what an installation is stays what its first start made it', async () => {
  const first = await open();
  expect(await first.settle('if_new')).toEqual(demo);
  expect(await first.settle('if_new')).toEqual(demo);
  expect(await first.settle('wanted')).toEqual(demo);
  expect(await first.settle('refused')).toEqual({ ok: false, error: { type: 'demo_data' } });
  await fresh?.drop();
  const second = await open();
  expect(await second.settle('refused')).toEqual(real);
  expect(await second.settle('if_new')).toEqual(real);
  expect(await second.settle('wanted')).toEqual({ ok: false, error: { type: 'real_data' } });
});

test('where accounts are already, no demo is made, and one demo account keeps a real installation from starting', async () => {
  const { pool, settle } = await open();
  const put = (isDemo: boolean) =>
    pool.query(`insert into accounts (id, email, name, is_demo, created_at) values ($1, $2, 'Ana', $3, now())`, [
      ...[randomUUID(), `${randomUUID()}@example.org`, isDemo],
    ]);
  await put(false);
  expect(await settle('if_new')).toEqual(real);
  await put(true);
  for (const asked of ['refused', 'if_new'] as const) {
    expect(await settle(asked)).toEqual({ ok: false, error: { type: 'demo_data' } });
  }
});
