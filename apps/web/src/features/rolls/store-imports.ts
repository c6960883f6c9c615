import {
  dateOrders,
  encodings,
  moved,
  rollImportMachine,
  type RollImportMove,
  type RollImportState,
  type RollProblem,
  separators,
  waitingImports,
} from '@convite/domain';
import { sql, type Updateable } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';
import type { RollImportsTable } from '../../persistence/schema/rolls.ts';

/** SQL about files on their way into a roll. */

export const declaredSchema = z.strictObject({
  encoding: z.enum(encodings).nullable(),
  separator: z.enum(separators).nullable(),
  dates: z.enum(dateOrders),
});
export type DeclaredRoll = z.infer<typeof declaredSchema>;

export interface ImportRecord {
  readonly id: string;
  readonly consultation: string;
  readonly slug: string;
  /** The territory whose people the file replaces, with everything below it. */
  readonly part: string;
  readonly partName: string;
  /** Whether that is the whole consultation. */
  readonly isWhole: boolean;
  readonly status: RollImportState;
  readonly broughtBy: string;
  readonly broughtAt: Date;
  readonly sourceName: string;
  readonly sourceHash: string;
  readonly sourceBytes: number;
  readonly declared: DeclaredRoll;
  /** In thousandths. */
  readonly progress: number;
  readonly ignored: readonly string[] | null;
  readonly comparedWith: number | null;
  readonly added: number | null;
  readonly removed: number | null;
  readonly changed: number | null;
  readonly same: number | null;
  readonly problemCount: number | null;
}

const importQuery = sql`
  select i.id, i.consultation_id as consultation, c.slug, i.part_id as part, t.name as "partName",
    i.part_id = c.territory_id as "isWhole", i.status, i.brought_by as "broughtBy", i.brought_at as "broughtAt",
    i.source_name as "sourceName", i.source_hash as "sourceHash", i.source_bytes as "sourceBytes", i.declared,
    i.progress, i.ignored, i.compared_with as "comparedWith", i.added, i.removed, i.changed, i.same,
    i.problem_count as "problemCount"
  from roll_imports i join consultations c on c.id = i.consultation_id join territories t on t.id = i.part_id`;

const toImport = (row: ImportRecord): ImportRecord => ({ ...row, declared: declaredSchema.parse(row.declared) });

export async function findImport(db: Database | Tx, id: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`${importQuery} where i.id = ${id}`.execute(db);
  return rows[0] === undefined ? undefined : toImport(rows[0]);
}

/** The same, held until the transaction ends. */
export async function holdImport(tx: Tx, id: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`${importQuery} where i.id = ${id} for update of i`.execute(tx);
  return rows[0] === undefined ? undefined : toImport(rows[0]);
}

/** The newest file that was brought, whatever became of it. */
export async function newestImport(db: Database, consultation: string): Promise<ImportRecord | undefined> {
  const { rows } = await sql<ImportRecord>`
    ${importQuery} where i.consultation_id = ${consultation} order by i.brought_at desc limit 1`.execute(db);
  return rows[0] === undefined ? undefined : toImport(rows[0]);
}

/** The problems of a refused file are what `refuseImport` wrote of values of this type. */
export async function problemsOf(db: Database, id: string): Promise<readonly RollProblem[]> {
  const { rows } = await sql<{ problems: readonly RollProblem[] | null }>`
    select problems from roll_imports where id = ${id}`.execute(db);
  return rows[0]?.problems ?? [];
}

export interface NewImport {
  readonly id: string;
  readonly consultation: string;
  readonly part: string;
  readonly by: string;
  readonly at: Date;
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly declared: DeclaredRoll;
}

/** @returns false when another file of the same part is on its way already. */
export async function putImport(tx: Tx, given: NewImport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roll_imports')
    .values({
      id: given.id,
      consultation_id: given.consultation,
      part_id: given.part,
      status: rollImportMachine.first,
      brought_by: given.by,
      brought_at: given.at,
      source_name: given.name,
      source_hash: given.hash,
      source_bytes: given.bytes,
      declared: JSON.stringify(given.declared),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function noteProgress(db: Database, id: string, thousandths: number): Promise<void> {
  await db.updateTable('roll_imports').set({ progress: thousandths }).where('id', '=', id).execute();
}

/** Moves a file on, and writes what is told of it then, if the move exists where it stands. @returns whether it does. */
export async function moveImport(
  tx: Tx,
  id: string,
  move: RollImportMove,
  told: Omit<Updateable<RollImportsTable>, 'status'> = {},
): Promise<boolean> {
  const held = tx.selectFrom('roll_imports').select('status').where('id', '=', id).forUpdate();
  const stands = await held.executeTakeFirst();
  const next = stands === undefined ? undefined : moved(rollImportMachine, stands.status, move);
  if (next?.ok !== true) return false;
  await tx
    .updateTable('roll_imports')
    .set({ status: next.value, ...told })
    .where('id', '=', id)
    .execute();
  return true;
}

/** @returns whether it stood where it can be refused. */
export const refuseImport = (
  tx: Tx,
  id: string,
  problems: readonly RollProblem[],
  count: number,
  at: Date,
): Promise<boolean> =>
  moveImport(tx, id, 'refuse', { problems: JSON.stringify(problems), problem_count: count, finished_at: at });

export interface Compared {
  readonly version: number;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
}

/** Notes what a file would change of the roll. @returns whether it stood where it is compared. */
export const noteCompared = (
  tx: Tx,
  id: string,
  { version, ...counts }: Compared,
  ignored: readonly string[] | null,
): Promise<boolean> =>
  moveImport(tx, id, 'compare', {
    progress: 1000,
    compared_with: version,
    ...counts,
    ...(ignored !== null && { ignored }),
  });

/** Whether somebody of a part came, left or was changed after a version. */
export async function changedSince(
  tx: Tx,
  { consultation, part }: Pick<ImportRecord, 'consultation' | 'part'>,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    select from roll_versions v cross join territories own left join territories other on other.id = v.part_id
    where v.consultation_id = ${consultation} and v.version > ${version} and own.id = ${part}
      and (other.id is null or other.id = any(own.path) or own.id = any(other.path)) limit 1`.execute(tx);
  return rows.length > 0;
}

/** Whether a file is on its way into the roll. */
export async function isImporting(db: Database | Tx, consultation: string): Promise<boolean> {
  const { rows } = await sql`
    select from roll_imports where consultation_id = ${consultation}
      and status = any(${[...waitingImports]}::text[]) limit 1`.execute(db);
  return rows.length > 0;
}
