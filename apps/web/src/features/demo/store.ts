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
