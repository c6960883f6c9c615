import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Seconds since the job that waits for longest should have begun; 0 where none waits. */
export async function secondsLate(database: Database): Promise<number> {
  const { rows } = await sql<{ readonly seconds: number }>`
    select coalesce(floor(extract(epoch from clock_timestamp() - min(run_at))), 0)::int as seconds
    from graphile_worker.jobs
    where locked_at is null and attempts < max_attempts and run_at < clock_timestamp()`.execute(database);
  return rows[0]?.seconds ?? 0;
}
