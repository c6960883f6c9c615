import type { ElectionState } from '@convite/crypto';
import {
  contestMachine,
  type ConsultationState,
  type ContestMove,
  type ContestState,
  type QuestionKind,
} from '@convite/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about the end of votes and the counts of contests. */

const languageMap = z.record(z.string(), z.string());

/** A consultation as its tally sees it. */
export interface TalliedConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly territory: string;
  readonly status: ConsultationState;
  readonly closesAt: Date;
  readonly zone: string;
  /** Who holds the key; null before the ceremony. */
  readonly trustees: { readonly text: string; readonly hash: string } | null;
}

export async function findConsultation(
  db: Database | Tx,
  by: { readonly slug: string } | { readonly id: string },
): Promise<TalliedConsultation | undefined> {
  const condition = 'slug' in by ? sql`c.slug = ${by.slug}` : sql`c.id = ${by.id}`;
  const { rows } = await sql<
    Omit<TalliedConsultation, 'title' | 'trustees'> & {
      readonly title: unknown;
      readonly text: string | null;
      readonly hash: string | null;
    }
  >`
    select c.id, c.slug, c.title, c.territory_id as territory, c.status, c.closes_at as "closesAt", c.zone,
      h.trustees as text, h.hash
    from consultations c left join consultation_trustees h on h.consultation_id = c.id where ${condition}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { title, text, hash, ...rest } = row;
  const isHeld = text !== null && hash !== null;
  return { ...rest, title: languageMap.parse(title), trustees: isHeld ? { text, hash } : null };
}

/** Holds a consultation until the transaction ends. */
export async function holdConsultation(tx: Tx, id: string): Promise<ConsultationState | undefined> {
  const row = await tx.selectFrom('consultations').select('status').where('id', '=', id).forUpdate().executeTakeFirst();
  return row?.status;
}

export async function setConsultationState(tx: Tx, id: string, status: ConsultationState): Promise<void> {
  await tx.updateTable('consultations').set({ status }).where('id', '=', id).execute();
}

/** A contest whose vote has ended and whose encrypted tally is missing, or was not measured. */
export interface EndedContest {
  readonly id: string;
  readonly territory: string;
  readonly state: ElectionState;
  readonly fingerprint: string;
  readonly head: string;
  readonly hasWaiver: boolean;
}

/** Contests that wait for this server, in their order behind one. */
export async function contestsToEnd(
  db: Database,
  consultation: string,
  after: string | undefined,
  most: number,
): Promise<readonly EndedContest[]> {
  const { rows } = await sql<EndedContest>`
    select k.id, k.territory_id as territory, e.state, e.fingerprint, e.head,
      k.small_electorate_waiver is not null as "hasWaiver"
    from contests k join elections e on e.contest_id = k.id left join tallies y on y.contest_id = k.id
    where k.consultation_id = ${consultation} and k.status = 'closed' and (${after ?? null}::uuid is null or k.id > ${after ?? null}::uuid)
      and (y.contest_id is null or y.bytes is null)
    order by k.id limit ${most}`.execute(db);
  return rows;
}

/** Consultations whose vote has ended and that have contests in which that is still to be done. */
export async function consultationsToEnd(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select c.id from consultations c where c.status = 'closed' or c.status = 'tallying' and exists (
      select from contests k left join tallies y on y.contest_id = k.id left join tally_faults f on f.contest_id = k.id
      where k.consultation_id = c.id and k.status = 'closed' and y.bytes is null and f.contest_id is null
    )`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface NewTally {
  readonly contest: string;
  readonly consultation: string;
  readonly kind: QuestionKind;
  readonly counted: number;
  readonly weight: bigint;
  readonly events: number;
  readonly head: string;
}

export async function insertTally(tx: Tx, { contest, consultation, weight, ...tally }: NewTally): Promise<void> {
  await tx
    .insertInto('tallies')
    .values({ contest_id: contest, consultation_id: consultation, weight: String(weight), ...tally })
    .execute();
}

/** Notes that trustees work on a longer archive now, which is still to be measured. */
export async function extendTally(tx: Tx, contest: string, events: number, head: string): Promise<void> {
  await tx
    .updateTable('tallies')
    .set({ events, head, bytes: null, sha256: null, crc32: null })
    .where('contest_id', '=', contest)
    .execute();
}

/** Notes how long the archive is, if it is still the one that was measured. */
export async function putMeasure(
  db: Database,
  contest: string,
  head: string,
  measured: { readonly bytes: number; readonly sha256: string; readonly crc32: number },
): Promise<void> {
  await db.updateTable('tallies').set(measured).where('contest_id', '=', contest).where('head', '=', head).execute();
}

/** Makes a move with a contest. @returns whether it stood where the move exists. */
export async function moveContest(tx: Tx, contest: string, from: ContestState, move: ContestMove): Promise<boolean> {
  const to = contestMachine.moves[from][move];
  if (to === undefined) return false;
  const { numUpdatedRows } = await tx
    .updateTable('contests')
    .set({ status: to })
    .where('id', '=', contest)
    .where('status', '=', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The first check that the board of a contest fails, and where. */
export interface Failure {
  readonly check: string;
  readonly place: string;
  readonly message: string;
}

export async function putFault(tx: Tx, contest: string, failure: Failure, at: Date): Promise<void> {
  const row = { failure: JSON.stringify(failure), at };
  await tx
    .insertInto('tally_faults')
    .values({ contest_id: contest, ...row })
    .onConflict((conflict) => conflict.column('contest_id').doUpdateSet(row))
    .execute();
}

export async function dropFault(tx: Tx, contest: string): Promise<void> {
  await tx.deleteFrom('tally_faults').where('contest_id', '=', contest).execute();
}
