import type { BulkWorkState } from '@convite/domain';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import type { BulkWorksTable } from '../../persistence/schema/consultations.ts';

/** All SQL about what is done to many contests at once. */

export type WorkKind = BulkWorksTable['work'];

export interface WorkRecord {
  readonly id: string;
  readonly consultation: string;
  readonly work: WorkKind;
  readonly contests: number;
  readonly done: number;
  readonly changed: number;
  readonly askedBy: string;
  readonly state: BulkWorkState;
}

export async function putWork(
  tx: Tx,
  work: Pick<Selectable<BulkWorksTable>, 'id' | 'consultation_id' | 'work' | 'contests' | 'asked_by' | 'asked_at'>,
): Promise<void> {
  await tx.insertInto('bulk_works').values(work).execute();
}

export async function findWork(db: Database | Tx, id: string): Promise<WorkRecord | undefined> {
  const { rows } = await sql<Omit<WorkRecord, 'state'>>`
    select id, consultation_id as consultation, work, cardinality(contests) as contests, done, changed,
      asked_by as "askedBy"
    from bulk_works where id = ${id}`.execute(db);
  return rows[0] && { ...rows[0], state: stateOf(rows[0]) };
}

const stateOf = ({ done, contests }: Pick<WorkRecord, 'contests' | 'done'>): BulkWorkState =>
  done === contests ? 'finished' : done > 0 ? 'under_way' : 'asked';

/** A work as it stands now; nobody else goes on with it until the transaction ends. */
export async function holdWork(tx: Tx, id: string): Promise<WorkRecord | undefined> {
  await tx.selectFrom('bulk_works').select('id').where('id', '=', id).forUpdate().execute();
  return await findWork(tx, id);
}

/** The next contests of a work; none when it is done. */
export async function nextOfWork(tx: Tx, id: string, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly next: readonly string[] }>`
    select contests[done + 1 : done + ${most}]::text[] as next from bulk_works where id = ${id}`.execute(tx);
  return rows[0]?.next ?? [];
}

/** Notes that so many more contests were gone through, and whether that was all. */
export async function advanceWork(tx: Tx, id: string, done: number, changed: number, now: Date): Promise<void> {
  await sql`
    update bulk_works set done = done + ${done}, changed = changed + ${changed},
      finished_at = case when done + ${done} = cardinality(contests) then ${now}::timestamptz end
    where id = ${id}`.execute(tx);
}
