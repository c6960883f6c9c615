import { sql } from 'kysely';
import type { Database } from '../../persistence/database.ts';

/** What a trustee can do for a contest now. */
export interface OpenTask {
  readonly id: string;
  readonly place: string;
  readonly template: unknown;
  readonly uuid: string;
  readonly fingerprint: string;
  readonly head: string;
  readonly task: 'shuffle' | 'decrypt';
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

/** What a contest waits for, of `y` (tallies) and `e` (elections): `taskOf` in SQL. */
export const taskInSql = sql`case
  when e.state in ('decrypting', 'shuffled') then 'decryption'
  when y.kind = 'homomorphic' and e.state = 'tallied' then 'decryption'
  when y.kind = 'mixed' and e.state in ('tallied', 'shuffling') then 'shuffle' end`;

/** All that waits for a trustee, ascending by contest. */
export async function openTasks(db: Database, consultation: string, owner: number): Promise<readonly OpenTask[]> {
  const { rows } = await sql<Omit<OpenTask, 'task'> & { readonly task: 'shuffle' | 'decryption' }>`
    select * from (
      select k.id::text as id, t.name as place, m.name as template, e.uuid, e.fingerprint, y.head, y.bytes, y.sha256, y.crc32,
        ${taskInSql} as task
      from tallies y join contests k on k.id = y.contest_id join elections e on e.contest_id = k.id
        join territories t on t.id = k.territory_id join contest_templates m on m.id = k.template_id
      where y.consultation_id = ${consultation} and k.status = 'closed' and y.bytes is not null
    ) open
    where task is not null and not exists (
      select from tally_parts p where p.contest_id::text = open.id and p.owner = ${owner} and p.kind = open.task
    )
    order by id collate "C"`.execute(db);
  return rows.map(({ task, ...rest }) => ({ ...rest, task: task === 'decryption' ? 'decrypt' : task }));
}
