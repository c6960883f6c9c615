import { sql } from 'kysely';
import type pg from 'pg';
import type { Tx } from './database.ts';

/** A job to be done later, by this server or another. */
export interface JobRequest {
  readonly name: string;
  readonly subject: string;
  /** Lower comes first. */
  readonly priority: number;
  /** Jobs of one queue are done one after the other. */
  readonly queue: string | undefined;
  /** Milliseconds before which it is not done. */
  readonly delay?: number | undefined;
}

const attempts = 3;

/** Asks for a job in the transaction of what needs it. The same one that still waits is not asked for twice. */
export async function requestJob(tx: Tx, { name, subject, priority, queue, delay = 0 }: JobRequest): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${name}, payload => ${JSON.stringify({ subject })}::json, queue_name => ${queue ?? null},
    run_at => clock_timestamp() + ${delay} * interval '1 millisecond', max_attempts => ${attempts},
    job_key => ${`${name}:${subject}`}, priority => ${priority})`.execute(tx);
}

/**
 * Asks for a job that is being done once more, after so many milliseconds and as if it had never been tried: it takes as long
 * as a person needs. Where the same one was asked for meanwhile, that is enough.
 */
export async function requestAgain(
  pool: pg.Pool,
  { id, payload }: { readonly id: string; readonly payload: unknown },
  delay: number,
): Promise<void> {
  await pool.query(
    `select graphile_worker.add_job(task_identifier, payload => $2::json, queue_name => queue_name,
       run_at => clock_timestamp() + $3 * interval '1 millisecond', max_attempts => max_attempts, job_key => key,
       priority => priority)
     from graphile_worker.jobs where id = $1 and key is not null`,
    [id, JSON.stringify(payload), delay],
  );
}
