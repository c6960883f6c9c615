import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';

/**
 * Keeps one connection that holds, under the name by which our jobs are taken, a lock in the database that dies with us;
 * so any server can tell the jobs of living servers from those of killed ones, and give the latter back. Jobs are taken in
 * the name of the pool of workers, whichever of them does one.
 */
export async function holdWorkerMark(
  pool: pg.Pool,
  events: WorkerEvents,
  onError: (error: unknown) => void,
): Promise<pg.PoolClient> {
  const client = await pool.connect();
  let marked: Promise<unknown> = Promise.resolve();
  events.on('pool:create', ({ workerPool }) => {
    marked = marked
      .then(() => client.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerPool.id]))
      .catch(onError);
  });
  return client;
}

/** Gives back the jobs of workers whose server is gone. */
export async function releaseDeadWorkers(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ worker: string; dead: boolean }>(
      `select worker, pg_try_advisory_lock(hashtextextended(worker, 0)) as dead
       from (select distinct locked_by as worker from graphile_worker._private_jobs where locked_by is not null
             union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null) w`,
    );
    const dead = rows.filter((row) => row.dead).map((row) => row.worker);
    if (dead.length > 0) await client.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    await client.query('select pg_advisory_unlock_all()');
  } finally {
    client.release();
  }
}
