import {
  moved,
  openRecountStates,
  recountMachine,
  type RecountMove,
  type RecountState,
  recountStates,
} from '@convite/domain';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRecount, finishRecount, setStage, stuckRecounts } from '../src/features/recounts/store.ts';
import { visitorLoad } from '../src/features/recounts/store-limits.ts';
import { type Database, inTransaction, makeDatabase } from '../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

let fresh: FreshDatabase;
let database: Database;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const file = hashOf('file');
beforeAll(async () => {
  fresh = await freshDatabase();
  database = makeDatabase(fresh.pool);
  await fresh.pool.query(
    `insert into files (hash, size, compressed, name, facts, origin, stored_at) values ($1, 1, '', 'x', '{}', 'sample', now())`,
    [file],
  );
});
afterAll(() => fresh.drop());

async function recountIn(state: RecountState): Promise<string> {
  const hash = hashOf(randomUUID());
  const [report, refusal] = [state === 'done' ? '{}' : null, state === 'refused' ? '{"type":"crashed"}' : null];
  await fresh.pool.query(
    `insert into recounts (hash, file_hash, rule_set, changes, status, stage, report, details, supporters, refusal, requested_at, finished_at)
     values ($1, $2, $3, '{"budget":null,"without":[]}', $4, $5, $6, $6, $6, $7, now(), $8)`,
    [
      ...[hash, file, '{"rule":"greedy"}', state, state === 'counting' ? 'counting' : null, report, refusal],
      ...[openRecountStates.includes(state) ? null : new Date('2026-11-01T12:00:00Z')],
    ],
  );
  return hash;
}

const storedOf = async (hash: string): Promise<unknown> =>
  (await fresh.pool.query('select * from recounts where hash = $1', [hash])).rows[0];

const now = new Date('2026-11-02T12:00:00Z');
const end = (hash: string, how: Parameters<typeof finishRecount>[2]): Promise<boolean> =>
  inTransaction(database, (tx) => finishRecount(tx, hash, how, now));

/** What a job does with a recount, and what it writes. */
const does: readonly {
  readonly what: string;
  readonly move: RecountMove;
  readonly act: (hash: string) => Promise<boolean>;
  readonly writes: Readonly<Record<string, unknown>>;
}[] = [
  {
    ...{ what: 'reading its file', move: 'count' },
    act: (hash) => setStage(database, hash, 'reading'),
    writes: { stage: 'reading' },
  },
  {
    ...{ what: 'a result', move: 'finish' },
    act: (hash) => end(hash, { report: '[1]', details: '[2]', supporters: '[3]' }),
    writes: { stage: null, report: '[1]', details: '[2]', supporters: '[3]', finished_at: now },
  },
  {
    ...{ what: 'that there is no result', move: 'refuse' },
    act: (hash) => end(hash, { refusal: { type: 'took_too_long' } }),
    writes: { stage: null, refusal: { type: 'took_too_long' }, finished_at: now },
  },
];

describe.each(recountStates)('a recount that is %s', (state) => {
  it.each(does)('finds in $what what its table says, or nothing is written', async ({ move, act, writes }) => {
    const hash = await recountIn(state);
    const before = await storedOf(hash);
    const next = moved(recountMachine, state, move);
    expect(await act(hash)).toBe(next.ok);
    expect(await storedOf(hash)).toEqual(next.ok ? { ...Object(before), ...writes, status: next.value } : before);
  });

  it('is looked for where no job is left, and weighs on who asked, until it ends', async () => {
    const hash = await recountIn(state);
    const isOpen = Object.keys(recountMachine.moves[state]).length > 0;
    expect((await stuckRecounts(database)).includes(hash)).toBe(isOpen);
    const visitor = randomUUID();
    await fresh.pool.query('insert into work_requests values ($1, $2, now())', [visitor, hash]);
    const load = await inTransaction(database, (tx) => visitorLoad(tx, visitor, new Date('2026-10-01T00:00:00Z')));
    expect(load).toEqual({ waiting: isOpen ? 1 : 0, recent: 1 });
  });
});

it('moves nothing that is gone', async () => {
  expect(await setStage(database, hashOf('gone'), 'counting')).toBe(false);
  expect(await findRecount(database, hashOf('gone'))).toBeUndefined();
});
