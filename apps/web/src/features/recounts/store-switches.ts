import type { ToldSwitches } from '@convite/counting';
import type { Database } from '../../persistence/database.ts';

/** SQL about what would have changed the outcome of a project. An answer never changes, so it needs no audit line. */

export async function findSwitches(
  database: Database,
  recountHash: string,
  projectId: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('counterfactuals')
    .select('answer')
    .where('recount_hash', '=', recountHash)
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  return row?.answer;
}

export async function projectsWithSwitches(database: Database, recountHash: string): Promise<ReadonlySet<string>> {
  const rows = await database
    .selectFrom('counterfactuals')
    .select('project_id')
    .where('recount_hash', '=', recountHash)
    .execute();
  return new Set(rows.map((row) => row.project_id));
}

/** Stores an answer (null: none could be found in time) unless it is there, or the recount is gone. */
export async function putSwitches(
  database: Database,
  recountHash: string,
  projectId: string,
  switches: ToldSwitches | null,
  now: Date,
): Promise<void> {
  await database
    .insertInto('counterfactuals')
    .columns(['recount_hash', 'project_id', 'answer', 'found_at'])
    .expression((from) =>
      from
        .selectFrom('recounts')
        .select((of) => [
          'hash',
          of.val(projectId).as('project_id'),
          of.val(JSON.stringify(switches)).as('answer'),
          of.val(now).as('found_at'),
        ])
        .where('hash', '=', recountHash),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
