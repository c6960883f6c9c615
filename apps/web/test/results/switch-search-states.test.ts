import { moved, switchSearchMachine, switchSearchMoves, switchSearchStates } from '@convite/domain';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSearch, moveSearch, openSearches } from '../../src/features/results/store-switches.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { storeContest, type StoredContest } from '../ballots/voting-contest.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';

let fresh: FreshDatabase;
let stored: StoredContest;
beforeAll(async () => {
  fresh = await freshDatabase();
  stored = await storeContest(fresh.pool);
});
afterAll(() => fresh.drop());

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function searchIn(status: string): Promise<string> {
  const key = hashOf(randomUUID());
  await fresh.pool.query(
    `insert into result_switches (key, consultation_id, contest_id, status, options, asked_at)
     values ($1, $2, $3, $4, 9, now())`,
    [key, stored.consultation, stored.contest, status],
  );
  return key;
}

describe.each(switchSearchStates)('a search that is %s', (state) => {
  it.each(switchSearchMoves)('stands after %s where its table says, or nothing is written', async (move) => {
    const database = makeDatabase(fresh.pool);
    const key = await searchIn(state);
    const before = await findSearch(database, key);
    const told = { done: 4, bytes: 30, sha256: hashOf('found') };
    const next = moved(switchSearchMachine, state, move);
    expect(await moveSearch(database, key, move, told)).toBe(next.ok);
    expect(await findSearch(database, key)).toEqual(next.ok ? { ...before, ...told, status: next.value } : before);
  });

  it('is gone on with by a server that starts, or is over', async () => {
    const key = await searchIn(state);
    const isOpen = Object.keys(switchSearchMachine.moves[state]).length > 0;
    expect((await openSearches(makeDatabase(fresh.pool))).includes(key)).toBe(isOpen);
  });

  it('keeps what is noted of it when it ends', async () => {
    const database = makeDatabase(fresh.pool);
    const key = await searchIn(state);
    const before = await findSearch(database, key);
    await moveSearch(database, key, 'finish');
    expect(await findSearch(database, key)).toEqual({ ...before, status: state === 'searching' ? 'done' : state });
  });
});
