import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoProgress } from '../../src/features/demo/usecases/make-demo.ts';
import { storeContest, type StoredContest } from '../ballots/voting-contest.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
const note = async (slug: string, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await rows('insert into demo_steps (name, done_at) values ($1, now())', `${slug}/${name}`);
};
const progress = () => demoProgress({ database: site.site.accounts.database, consultations: site.site.consultations });
const asked = async (): Promise<number> =>
  (await rows(`select from graphile_worker.jobs where task_identifier = 'make-demo'`)).length;

/** The consultation of a round, as it would be stored, with the state that it has. */
async function storeRound(slug: string): Promise<StoredContest> {
  const stored = await storeContest(site.database.pool, { status: 'open' });
  await rows('update consultations set slug = $2 where id = $1', stored.consultation, slug);
  return stored;
}
const move = (slug: string, status: string) =>
  rows('update consultations set status = $2 where slug = $1', slug, status);

const opening = [
  ...['write', 'review', 'rules', 'order', 'people', 'roll', 'keys', 'rehearsal', 'elections', 'open', 'vote'],
];
const closing = ['close', 'tally', 'publish', 'certify'];
const all = opening.length;

test('while anything of the demo itself is missing that is made, and asked for once', async () => {
  for (const name of ['installation', 'places', 'staff']) {
    await rows('insert into demo_steps (name, done_at) values ($1, now())', name);
  }
  await note('obras-pequenas', ...opening);
  await note('presupuesto-2026', ...opening, ...closing.slice(0, -1));
  await storeRound('obras-pequenas');
  expect(await progress()).toEqual({
    ...{ making: 'demo', done: 2 + 2 * all + closing.length, steps: 3 + 2 * all + closing.length },
    ...{ round: 1, haveVoted: true, fault: null },
  });
  await progress();
  expect(await asked()).toBe(1);
});

test('a vote that visitors have not finished has no next one', async () => {
  await note('presupuesto-2026', 'certify');
  await rows('delete from graphile_worker._private_jobs');
  for (const status of ['open', 'tallying']) {
    await move('obras-pequenas', status);
    expect(await progress()).toMatchObject({ making: 'next_vote', done: all, steps: all, round: 1, fault: null });
  }
  expect(await asked()).toBe(0);
});

test.each(['provisional', 'certified', 'annulled'])(
  'a vote that is %s has one, which is asked for once',
  async (status) => {
    await rows('delete from graphile_worker._private_jobs');
    await move('obras-pequenas', status);
    // Until the next is open, visitors are still shown the one before.
    expect(await progress()).toMatchObject({ making: 'next_vote', done: 0, steps: all, round: 1, haveVoted: true });
    await progress();
    expect(await asked()).toBe(1);
  },
);

test('once the next is open it is the one to vote in, while its invented people vote, and then has a next itself', async () => {
  await storeRound('obras-pequenas-2');
  await note('obras-pequenas-2', ...opening.slice(0, -1));
  expect(await progress()).toMatchObject({
    making: 'next_vote',
    done: all - 1,
    steps: all,
    round: 2,
    haveVoted: false,
  });
  await note('obras-pequenas-2', 'vote');
  expect(await progress()).toMatchObject({ done: all, steps: all, round: 2, haveVoted: true });
  await move('obras-pequenas-2', 'provisional');
  expect(await progress()).toMatchObject({ making: 'next_vote', done: 0, steps: all, round: 2 });
});

test('the next one that was given up is told with its fault, and not asked for behind anybody’s back', async () => {
  await rows(`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the paper ran out'`);
  expect(await progress()).toMatchObject({ round: 2, fault: 'the paper ran out' });
  expect(await asked()).toBe(1);
});
