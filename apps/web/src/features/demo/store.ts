import { sql } from 'kysely';
import type { Database } from '../../persistence/database.ts';

/** SQL about how far the demo is made. */

export async function doneSteps(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.selectFrom('demo_steps').select('name').execute();
  return new Set(rows.map(({ name }) => name));
}

export async function noteStep(database: Database, name: string, now: Date): Promise<void> {
  await database
    .insertInto('demo_steps')
    .values({ name, done_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The job that makes the demo, as it stands in the queue. */
export interface DemoJob {
  /** It failed as often as it is tried, and is not tried again by itself. */
  readonly isGivenUp: boolean;
  /** What the last attempt failed of. */
  readonly fault: string | null;
}

/** The job of a name and a subject; undefined when none is in the queue: it is done, or was never asked for. */
export async function demoJob(database: Database, name: string, subject: string): Promise<DemoJob | undefined> {
  const { rows } = await sql<DemoJob>`
    select attempts >= max_attempts and locked_at is null as "isGivenUp", last_error as fault
    from graphile_worker.jobs where key = ${`${name}:${subject}`}`.execute(database);
  return rows[0];
}
