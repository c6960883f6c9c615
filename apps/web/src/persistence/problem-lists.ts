import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';
import type { ProblemListsTable } from './schema/brought.ts';

/** SQL about all that is wrong with files that people brought, however much it is: kept in pieces, and for some days. */

/** What a list is about: a file of this kind, brought for this consultation or for none. */
export interface ProblemListPlace {
  readonly id: string;
  readonly kind: ProblemListsTable['kind'];
  readonly consultation: string | null;
}

export interface NewProblemList extends ProblemListPlace {
  readonly at: Date;
}

/** Problems that are stored, and later read, at once. */
export const problemsAtOnce = 500;
const keptFor = 7 * 24 * 3600 * 1000;

/** Begins a list, and forgets those that were kept long enough. */
export async function putProblemList(tx: Tx, { id, kind, consultation, at }: NewProblemList): Promise<void> {
  await tx
    .deleteFrom('problem_lists')
    .where('made_at', '<', new Date(at.getTime() - keptFor))
    .execute();
  await tx.insertInto('problem_lists').values({ id, kind, consultation_id: consultation, made_at: at }).execute();
}

/** Lets a list go in which nothing stands. */
export async function dropProblemList(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('problem_lists').where('id', '=', id).execute();
}

/** Keeps a list that is whole. @param pieces each a list in JSON. */
export async function putProblems(
  tx: Tx,
  list: NewProblemList,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  await putProblemList(tx, list);
  let number = 0;
  for await (const piece of pieces) {
    await sql`insert into problem_pieces (list_id, number, problems) values (${list.id}, ${number}, ${piece})`.execute(
      tx,
    );
    number++;
  }
}

/** Problems that are at hand, in pieces. */
export function* problemPieces(problems: readonly unknown[]): Generator<string> {
  for (let from = 0; from < problems.length; from += problemsAtOnce) {
    yield JSON.stringify(problems.slice(from, from + problemsAtOnce));
  }
}

/** Whether a list is still kept, and is about what the address says. */
export async function hasProblemList(
  db: Database | Tx,
  { id, kind, consultation }: ProblemListPlace,
): Promise<boolean> {
  const { rows } = await sql`
    select from problem_lists
    where id = ${id} and kind = ${kind} and consultation_id is not distinct from ${consultation}`.execute(db);
  return rows.length > 0;
}

/** The problems of a list in their order, piece by piece. They are what was stored of values of this type. */
export async function* readProblems<P>(db: Database | Tx, id: string): AsyncGenerator<readonly P[]> {
  for (let number = 0; ; number++) {
    const { rows } = await sql<{ readonly problems: readonly P[] }>`
      select problems from problem_pieces where list_id = ${id} and number = ${number}`.execute(db);
    const [piece] = rows;
    if (piece === undefined) return;
    yield piece.problems;
  }
}
