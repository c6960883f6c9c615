import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';
import type { PartKind } from './store-parts.ts';
import type { Failure } from './store.ts';

/** SQL about what goes to trustees and what comes back. */

/** What was handed out: its list, and the CRC-32 of each archive in its order. */
export interface StoredWork {
  readonly hash: string;
  readonly owner: number;
  readonly list: string;
  readonly sums: readonly number[];
}

const sumsSchema = z.array(z.int());

export async function putWork(db: Database, consultation: string, work: StoredWork, now: Date): Promise<void> {
  const { sums, ...rest } = work;
  await db
    .insertInto('tally_works')
    .values({ consultation_id: consultation, sums: JSON.stringify(sums), made_at: now, ...rest })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findWork(db: Database | Tx, consultation: string, hash: string): Promise<StoredWork | undefined> {
  const row = await db
    .selectFrom('tally_works')
    .select(['hash', 'owner', 'list', 'sums'])
    .where('consultation_id', '=', consultation)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, sums: sumsSchema.parse(JSON.parse(row.sums)) };
}

export interface NewAnswer {
  readonly id: string;
  readonly consultation: string;
  readonly owner: number;
  readonly work: string;
  readonly sha256: string;
  readonly contests: number;
  readonly by: string;
  readonly at: Date;
}

export async function insertAnswer(tx: Tx, { consultation, work, by, at, ...answer }: NewAnswer): Promise<void> {
  await tx
    .insertInto('tally_answers')
    .values({ ...answer, consultation_id: consultation, work_hash: work, brought_by: by, brought_at: at })
    .execute();
}

/** What an answer has for a contest. */
export interface AnswerItem {
  readonly turn: number;
  readonly contest: string;
  readonly kind: PartKind;
  readonly sha256: string;
  readonly content: Buffer;
}

export async function insertItems(tx: Tx, answer: string, items: readonly AnswerItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx
    .insertInto('tally_answer_items')
    .values(items.map((item) => ({ answer_id: answer, ...item })))
    .execute();
}

/** An answer that is being looked at. */
export interface OpenAnswer {
  readonly id: string;
  readonly consultation: string;
  readonly owner: number;
  readonly by: string;
}

export async function findOpenAnswer(db: Database | Tx, id: string): Promise<OpenAnswer | undefined> {
  return await db
    .selectFrom('tally_answers')
    .select(['id', 'consultation_id as consultation', 'owner', 'brought_by as by'])
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
}

/** Answers that are not looked at whole. */
export async function openAnswers(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.selectFrom('tally_answers').select('id').where('finished_at', 'is', null).execute();
  return rows.map(({ id }) => id);
}

/** The next items that nobody has looked at: so many, and of the larger ones fewer, so that they fit into memory together. */
export async function nextItems(
  db: Database,
  answer: string,
  { most, bytes }: { readonly most: number; readonly bytes: number },
): Promise<readonly AnswerItem[]> {
  const { rows } = await sql<AnswerItem>`
    select i.turn, i.contest, i.kind, i.sha256, i.content
    from tally_answer_items i join (
      select turn, row_number() over (order by turn) as place, sum(octet_length(content)) over (order by turn) as bytes
      from (
        select turn, content from tally_answer_items where answer_id = ${answer} and outcome is null
        order by turn limit ${most}
      ) first
    ) sized on sized.turn = i.turn
    where i.answer_id = ${answer} and (sized.place = 1 or sized.bytes <= ${bytes}) order by i.turn`.execute(db);
  return rows;
}

export type ItemOutcome = 'taken' | 'known' | 'not_needed' | 'stale' | 'unknown' | 'refused';

/** Notes what became of an item, and forgets its bytes. */
export async function settleItem(
  db: Database | Tx,
  answer: string,
  turn: number,
  outcome: ItemOutcome,
  failure: Failure | null,
): Promise<void> {
  await db
    .updateTable('tally_answer_items')
    .set({ outcome, failure: failure === null ? null : JSON.stringify(failure), content: null })
    .where('answer_id', '=', answer)
    .where('turn', '=', turn)
    .execute();
}

export async function finishAnswer(tx: Tx, answer: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tally_answers')
    .set({ finished_at: at })
    .where('id', '=', answer)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
