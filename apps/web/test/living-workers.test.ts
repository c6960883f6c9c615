import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDiskRoom } from '../src/jobs/disk-room.ts';
import { prepareJobs, startJobs } from '../src/jobs/job-queue.ts';
import { releaseDeadWorkers } from '../src/persistence/dead-workers.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await prepareJobs(database.pool);
});
afterAll(() => database.drop());

test('a long job of a server that lives is not given back, and so not begun a second time', async () => {
  const { pool } = database;
  let begun = 0;
  const [started, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const handlers = {
    async long() {
      begun++;
      started.resolve();
      await held.promise;
    },
  };
  const queue = await startJobs(pool, handlers, {
    concurrency: 2,
    daily: [],
    onError: () => undefined,
    room: makeDiskRoom(() => new Date()),
  });
  try {
    await pool.query(`select graphile_worker.add_job('long', '{"subject":"x"}', queue_name => 'one-at-a-time')`);
    await started.promise;
    await releaseDeadWorkers(pool);
    const { rows } = await pool.query('select locked_by from graphile_worker._private_jobs');
    const { rows: queues } = await pool.query('select is_available from graphile_worker._private_job_queues');
    expect(rows).toEqual([{ locked_by: expect.any(String) }]);
    expect(queues).toEqual([{ is_available: false }]);
    expect(begun).toBe(1);
  } finally {
    held.resolve();
    await queue.stop();
  }
});
