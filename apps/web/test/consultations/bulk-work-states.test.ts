import { bulkWorkMachine, type BulkWorkState, bulkWorkStates, moved } from '@convite/domain';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { performWork } from '../../src/features/consultations/usecases/bulk-work.ts';
import { findWork } from '../../src/features/consultations/store-works.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { makeStaff } from '../staff.ts';
import { makeCity, makeCrew, prepareConsultation } from './prepared.ts';

/** As many contests as one transaction goes through, twice, and one more. */
const [atOnce, all] = [500, 1001];

let site: TestSite;
let asker: string;
let consultation: string;
let contests: readonly string[];
const rows = async (statement: string, ...values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, [...values])).rows;

beforeAll(async () => {
  site = await openTestSite();
  const made = await makeCity(site);
  const template = await prepareConsultation(site, made, await makeCrew(site, made.city), 'muchas');
  asker = (await makeStaff(site, 'Oto', [{ role: 'organiser', territory: made.city }])).account;
  consultation = String((await rows(`select id from consultations where slug = 'muchas'`))[0]?.['id']);
  await rows(
    `with places as (
       insert into territories (id, parent_id, level, code, name, path)
       select id, $1, 'commune', 'M-' || n, 'Lugar ' || n, array[$1, id]
       from (select gen_random_uuid() as id, n from generate_series(3, $4::int) n) made returning id)
     insert into contests (id, consultation_id, template_id, territory_id, status)
     select gen_random_uuid(), $2, $3, id, 'draft' from places`,
    ...[made.city, consultation, template, all],
  );
  contests = (await rows('select id from contests where consultation_id = $1 order by id', consultation)).map(
    ({ id }) => String(id),
  );
  expect(contests).toHaveLength(all);
});
afterAll(() => site.close());
beforeEach(async () => {
  await rows('update contests set small_electorate_waiver = null where consultation_id = $1', consultation);
  await rows(`update consultations set status = 'draft' where id = $1`, consultation);
});

const doneIn: Readonly<Record<BulkWorkState, number>> = { asked: 0, under_way: atOnce, finished: all };

/** A work that stands in a state: waivers of all contests of the consultation. */
async function workIn(state: BulkWorkState): Promise<string> {
  const id = randomUUID();
  await rows(
    `insert into bulk_works (id, consultation_id, work, contests, done, asked_by, asked_at, finished_at)
     values ($1, $2, 'sign_waivers', $3, $4, $5, now(), case when $6 then now() end)`,
    ...[id, consultation, contests, doneIn[state], asker, state === 'finished'],
  );
  expect((await findWork(site.site.accounts.database, id))?.state).toBe(state);
  return id;
}

const job = (id: string, signal = new AbortController().signal, onNow = (): void => undefined): Promise<void> =>
  performWork(
    {
      database: site.site.accounts.database,
      now: () => {
        onNow();
        return site.clock.now;
      },
    },
    id,
    signal,
  );
const stands = async (id: string) => {
  const { state, done, changed } = (await findWork(site.site.accounts.database, id)) ?? {};
  return { state, done, changed };
};
/** How many contests each line of the trail tells of. */
const lines = async (id: string): Promise<readonly unknown[]> =>
  (
    await rows(
      `select json_array_length(details::json -> 'contests') as contests from audit_trail
       where details::json ->> 'bulk' = $1 order by number`,
      id,
    )
  ).map(({ contests: told }) => told);
const signed = async (): Promise<readonly unknown[]> =>
  (
    await rows(
      'select id from contests where consultation_id = $1 and small_electorate_waiver is not null order by id',
      consultation,
    )
  ).map(({ id }) => id);

describe.each(bulkWorkStates)('a work that is %s', (state) => {
  it('is gone through by the job from where it stands to its end', async () => {
    const id = await workIn(state);
    await job(id);
    const left = all - doneIn[state];
    expect(await stands(id)).toEqual({ state: 'finished', done: all, changed: left });
    expect(await signed()).toEqual(contests.slice(doneIn[state]));
    expect(await lines(id)).toEqual({ asked: [500, 500, 1], under_way: [500, 1], finished: [] }[state]);
  });

  it('stands where its table says when the job is cut off, with what was done until then', async () => {
    const id = await workIn(state);
    const cut = new AbortController();
    const ended = await job(id, cut.signal, () => cut.abort()).then(
      () => 'ended',
      () => 'cut off',
    );
    const next = moved(bulkWorkMachine, state, 'advance');
    const done = next.ok ? doneIn[state] + atOnce : all;
    expect([ended, await stands(id)]).toEqual([
      next.ok ? 'cut off' : 'ended',
      { state: next.ok ? next.value : state, done, changed: done - doneIn[state] },
    ]);
    expect(await signed()).toEqual(contests.slice(doneIn[state], done));
  });

  it('is gone through once by two jobs at a time', async () => {
    const id = await workIn(state);
    await Promise.all([job(id), job(id)]);
    expect(await stands(id)).toEqual({ state: 'finished', done: all, changed: all - doneIn[state] });
    expect(await lines(id)).toHaveLength({ asked: 3, under_way: 2, finished: 0 }[state]);
  });

  it('ends and changes nothing more once the rules are frozen', async () => {
    const id = await workIn(state);
    await rows(`update consultations set status = 'frozen' where id = $1`, consultation);
    await job(id);
    expect([await stands(id), await signed()]).toEqual([{ state: 'finished', done: all, changed: 0 }, []]);
  });
});

it('is finished in the database when all of it is done, and not before', async () => {
  for (const state of ['asked', 'under_way'] as const) {
    const id = await workIn(state);
    await expect(rows('update bulk_works set finished_at = now() where id = $1', id)).rejects.toThrow(
      'bulk_works_finished',
    );
    await expect(rows('update bulk_works set done = $2 where id = $1', id, all)).rejects.toThrow('bulk_works_finished');
  }
});
