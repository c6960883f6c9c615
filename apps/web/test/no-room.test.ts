import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeDiskRoom, NoRoom } from '../src/jobs/disk-room.ts';
import { type JobHandlers, type JobQueue, prepareJobs, startJobs } from '../src/jobs/job-queue.ts';
import { makeDatabase, inTransaction } from '../src/persistence/database.ts';
import { requestJob } from '../src/persistence/job-outbox.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';
import { until } from './until.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await prepareJobs(database.pool);
});
afterAll(() => database.drop());
beforeEach(() => database.pool.query('delete from graphile_worker._private_jobs'));

const ask = (subject: string): Promise<void> =>
  inTransaction(makeDatabase(database.pool), (tx) =>
    requestJob(tx, { name: 'writing', subject, priority: 3, queue: 'one-at-a-time' }),
  );

const room = makeDiskRoom(() => new Date());
const begin = (handlers: JobHandlers, wait: number): Promise<JobQueue> =>
  startJobs(database.pool, handlers, { concurrency: 1, daily: [], onError: () => undefined, room, wait });

const jobs = async () =>
  (
    await database.pool.query(
      'select task_identifier, queue_name, priority, attempts, max_attempts, key from graphile_worker.jobs',
    )
  ).rows;

/** What PostgreSQL says without room. */
const databaseFull = Object.assign(new Error('could not extend file'), { code: '53100' });

describe('a job that meets a full disk', () => {
  test.each([
    ['under its files', new NoRoom('no space left on device')],
    ['under the database', databaseFull],
  ])('%s is tried again as often as it takes, with none of its attempts spent', async (_, fault) => {
    let tries = 0;
    const lasts: boolean[] = [];
    const queue = await begin(
      {
        async writing(subject, { last }) {
          tries += 1;
          lasts.push(last);
          expect(subject).toBe('acta');
          if (tries < 8) throw fault;
        },
      },
      1,
    );
    await ask('acta');
    await until(() => tries >= 8 || undefined);
    await queue.stop();
    expect([tries, new Set(lasts)]).toEqual([8, new Set([false])]);
    expect(await jobs()).toEqual([]);
    expect(room.isFull()).toBe(true);
  });

  test('waits as the job that it was, behind nobody, and others are done meanwhile', async () => {
    const done: string[] = [];
    const queue = await begin(
      {
        async writing(subject) {
          if (subject === 'large') throw new NoRoom('no space left on device');
          done.push(subject);
        },
      },
      3_600_000,
    );
    await ask('large');
    await ask('small');
    await until(() => done.length > 0 || undefined);
    await until(async () => (await jobs()).length === 1 || undefined);
    await queue.stop();
    expect(done).toEqual(['small']);
    expect(await jobs()).toEqual([
      expect.objectContaining({ queue_name: 'one-at-a-time', priority: 3, attempts: 0, key: 'writing:large' }),
    ]);
  });

  test('waits in its place where the database has no room for asking again', async () => {
    await database.pool.query(`
      create function no_room() returns trigger language plpgsql as $$ begin
        if exists (select from graphile_worker._private_jobs where locked_by is not null) then
          raise exception 'could not extend file' using errcode = 'disk_full';
        end if;
        return new;
      end $$;
      create trigger no_room before insert on graphile_worker._private_jobs for each row execute function no_room();`);
    let tries = 0;
    const queue = await begin(
      {
        async writing() {
          tries += 1;
          if (tries < 3) throw databaseFull;
        },
      },
      1,
    );
    await ask('acta');
    await until(() => tries >= 3 || undefined);
    await queue.stop();
    await database.pool.query('drop function no_room() cascade');
    expect(await jobs()).toEqual([]);
  });

  test('with another fault is given up after its attempts, as before', async () => {
    let tries = 0;
    const queue = await begin(
      {
        async writing() {
          tries += 1;
          throw new Error('something else');
        },
      },
      1,
    );
    await ask('broken');
    await until(async () => {
      await database.pool.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
      return tries >= 3 || undefined;
    });
    await queue.stop();
    expect(await jobs()).toEqual([expect.objectContaining({ attempts: 3, max_attempts: 3 })]);
  });
});

test('that the disk is full is said for two minutes after the last try', () => {
  const clock = { now: new Date('2026-11-29T12:00:00Z') };
  const own = makeDiskRoom(() => clock.now);
  expect([own.note(new Error('else')), own.isFull()]).toEqual([false, false]);
  expect([own.note(databaseFull), own.isFull()]).toEqual([true, true]);
  clock.now = new Date('2026-11-29T12:01:59Z');
  expect(own.isFull()).toBe(true);
  clock.now = new Date('2026-11-29T12:02:00Z');
  expect(own.isFull()).toBe(false);
});
