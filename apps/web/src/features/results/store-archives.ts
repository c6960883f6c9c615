import type { Manifest, ManifestContest } from '@convite/archive';
import { archiveMachine, type ArchiveMove, type ArchiveState, archiveStates, moved, statesWith } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { sql, type Updateable } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import type { ArchiveStage, ResultArchivesTable } from '../../persistence/schema/results.ts';
import { unixSeconds } from './store.ts';

/** SQL about the archives of consultations: what goes into them, and what was recorded of those that were made. */

/** An archive as it was recorded. */
export interface ArchiveRecord {
  readonly id: string;
  readonly consultation: string;
  readonly stage: ArchiveStage;
  readonly status: ArchiveState;
  readonly done: number;
  readonly contests: number;
  /** Set once it is verified. */
  readonly made: VerifiedArchive | null;
  readonly refusal: unknown;
}

/** What is recorded of an archive that passed every check. */
export interface VerifiedArchive {
  /** Of the rows that it was made from. */
  readonly rowsHash: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly manifestHash: string;
  readonly indexHash: string;
}

const columns = [
  ...(['id', 'consultation_id', 'stage', 'status', 'done', 'contests', 'rows_hash', 'bytes', 'sha256'] as const),
  ...(['manifest_hash', 'index_hash', 'refusal'] as const),
] as const;

interface Row {
  readonly id: string;
  readonly consultation_id: string;
  readonly stage: ArchiveStage;
  readonly status: ArchiveState;
  readonly done: number;
  readonly contests: number;
  readonly rows_hash: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly manifest_hash: string | null;
  readonly index_hash: string | null;
  readonly refusal: unknown;
}

function toRecord(row: Row): ArchiveRecord {
  const { id, stage, status, done, contests, rows_hash, bytes, sha256, manifest_hash, index_hash, refusal } = row;
  const isMade =
    rows_hash !== null && bytes !== null && sha256 !== null && manifest_hash !== null && index_hash !== null;
  return {
    ...{ id, consultation: row.consultation_id, stage, status, done, contests, refusal },
    made: isMade ? { rowsHash: rows_hash, bytes, sha256, manifestHash: manifest_hash, indexHash: index_hash } : null,
  };
}

/** The archive that everybody sees. */
export async function publishedArchive(db: Database | Tx, consultation: string): Promise<ArchiveRecord | undefined> {
  const row = await db
    .selectFrom('result_archives')
    .select(columns)
    .where('consultation_id', '=', consultation)
    .where('status', '=', 'published')
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** The archive that was asked for last. */
export async function lastArchive(db: Database | Tx, consultation: string): Promise<ArchiveRecord | undefined> {
  const row = await db
    .selectFrom('result_archives')
    .select(columns)
    .where('consultation_id', '=', consultation)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** The newest archive whose file is whole: verified, or published. */
export async function lastMade(db: Database | Tx, consultation: string): Promise<ArchiveRecord | undefined> {
  const row = await db
    .selectFrom('result_archives')
    .select(columns)
    .where('consultation_id', '=', consultation)
    .where('status', 'in', ['verified', 'published'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

export async function findArchive(db: Database | Tx, id: string): Promise<ArchiveRecord | undefined> {
  const row = await db.selectFrom('result_archives').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** Archives that are being made, or should be: whoever was at it may be gone. */
export const unfinishedArchives = async (db: Database | Tx): Promise<readonly string[]> =>
  (await db.selectFrom('result_archives').select('id').where('status', '=', 'making').execute()).map(({ id }) => id);

/** Notes that an archive is to be made. @returns false where one of the consultation is being made already */
export async function beginArchive(
  tx: Tx,
  {
    id,
    consultation,
    stage,
    now,
  }: { readonly id: string; readonly consultation: string } & {
    readonly stage: ArchiveStage;
    readonly now: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('result_archives')
    .values({ id, consultation_id: consultation, stage, status: archiveMachine.first, asked_at: now })
    .onConflict((conflict) => conflict.column('consultation_id').where('status', '=', 'making').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function noteProgress(
  db: Database,
  id: string,
  { done, contests }: { readonly done: number; readonly contests: number },
): Promise<void> {
  await db.updateTable('result_archives').set({ done, contests }).where('id', '=', id).execute();
}

/** Moves an archive on, and writes what is told of it then, if the move exists where it stands. @returns whether it does */
async function moveArchive(
  tx: Tx,
  id: string,
  move: ArchiveMove,
  told: Omit<Updateable<ResultArchivesTable>, 'status'> = {},
): Promise<boolean> {
  const held = tx.selectFrom('result_archives').select('status').where('id', '=', id).forUpdate();
  const next = moved(archiveMachine, (await held.executeTakeFirstOrThrow()).status, move);
  if (!next.ok) return false;
  await tx
    .updateTable('result_archives')
    .set({ status: next.value, ...told })
    .where('id', '=', id)
    .execute();
  return true;
}

/** @returns false where it is no longer being made: another job was first */
export async function settleVerified(tx: Tx, id: string, made: VerifiedArchive, now: Date): Promise<boolean> {
  const { rowsHash, bytes, sha256, manifestHash, indexHash } = made;
  return await moveArchive(tx, id, 'verify', {
    ...{ rows_hash: rowsHash, bytes, sha256, manifest_hash: manifestHash, index_hash: indexHash },
    finished_at: now,
  });
}

export const settleRefused = (tx: Tx, id: string, refusal: unknown, now: Date): Promise<boolean> =>
  moveArchive(tx, id, 'refuse', { refusal: JSON.stringify(refusal), finished_at: now });

/** From now on this is the archive that everybody sees. Requires: it is verified, and its consultation is held. */
export async function publishArchive(tx: Tx, { id, consultation }: ArchiveRecord): Promise<void> {
  const before = tx
    .selectFrom('result_archives')
    .select('id')
    .where('consultation_id', '=', consultation)
    .where('status', 'in', statesWith(archiveMachine, archiveStates, 'replace'));
  for (const one of await before.execute()) await moveArchive(tx, one.id, 'replace');
  invariant(await moveArchive(tx, id, 'publish'), 'a verified archive is published, and no other');
}

/** Of these archives the one that everybody sees, and those that are kept beside: being made, ready, or once published. */
export async function archivesToKeep(
  db: Database | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'published' | 'kept'>> {
  const { rows } = await sql<{ readonly id: string; readonly status: ArchiveState }>`
    select id, status from result_archives a where id::text = any(${[...ids]}::text[]) and status <> 'refused'
      and not (status = 'verified' and exists (select from result_archives b
        where b.consultation_id = a.consultation_id and b.number > a.number and b.status in ('verified', 'published', 'replaced')))`.execute(
    db,
  );
  return new Map(rows.map(({ id, status }) => [id, status === 'published' ? 'published' : 'kept']));
}

/** What a contest was counted to, by its hashes, and why it was annulled. */
export interface ContestMarks {
  readonly outcomeHash: string | null;
  readonly lotsHash: string | null;
  readonly annulled: ManifestContest['annulled'];
}

/** The marks of the contests of a consultation, or of one of them. */
export async function contestMarks(
  db: Database | Tx,
  consultation: string,
  contest: string | null,
): Promise<ReadonlyMap<string, ContestMarks>> {
  const { rows } = await sql<{
    readonly id: string;
    readonly outcomeHash: string | null;
    readonly lotsHash: string | null;
    readonly reason: string | null;
    readonly at: Date | null;
  }>`
    select k.id, o.outcome_hash as "outcomeHash", o.lots_hash as "lotsHash", a.reason, a.happened_at as at
    from contests k left join contest_outcomes o on o.contest_id = k.id
      left join lateral (select reason, happened_at from audit_trail
        where event = 'contest.annul' and subject = k.id::text and is_public order by number desc limit 1) a
        on k.status = 'annulled'
    where k.consultation_id = ${consultation} and (${contest}::uuid is null or k.id = ${contest}::uuid)`.execute(db);
  return new Map(
    rows.map(({ id, outcomeHash, lotsHash, reason, at }) => [
      id,
      {
        outcomeHash,
        lotsHash,
        annulled: at === null ? null : { reason: (reason ?? '').normalize('NFC'), at: unixSeconds(at) },
      },
    ]),
  );
}

/** The bytes of what contests were counted to. */
export async function outcomeTexts(
  db: Database | Tx,
  contests: readonly string[],
): Promise<ReadonlyMap<string, { readonly outcome: Buffer; readonly lots: Buffer | null }>> {
  const rows = await db
    .selectFrom('contest_outcomes')
    .select(['contest_id', 'outcome', 'lots'])
    .where('contest_id', 'in', [...contests])
    .execute();
  return new Map(rows.map(({ contest_id, outcome, lots }) => [contest_id, { outcome, lots }]));
}

/** Territories with contests, and all above them. */
export async function contestTerritories(db: Database | Tx, consultation: string): Promise<Manifest['territories']> {
  const { rows } = await sql<{ readonly code: string; readonly name: string; readonly parent: string | null }>`
    select t.code, t.name, p.code as parent
    from (select distinct unnest(t.path) as id from contests k join territories t on t.id = k.territory_id
      where k.consultation_id = ${consultation}) shown
      join territories t on t.id = shown.id left join territories p on p.id = t.parent_id`.execute(db);
  return rows.map(({ code, name, parent }) => ({ code, name: name.normalize('NFC'), parent }));
}

/** Where a contest stands by its row: what an index says of it too. */
interface ContestStand {
  readonly id: string;
  readonly status: string;
  readonly head: string | null;
  readonly outcomeHash: string | null;
}

export async function contestStands(db: Database | Tx, consultation: string): Promise<readonly ContestStand[]> {
  const { rows } = await sql<ContestStand>`
    select k.id, k.status, e.head, o.outcome_hash as "outcomeHash"
    from contests k left join elections e on e.contest_id = k.id left join contest_outcomes o on o.contest_id = k.id
    where k.consultation_id = ${consultation} order by k.id`.execute(db);
  return rows;
}

/** How many contests stand in each state. */
export async function contestStates(db: Database | Tx, consultation: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly status: string; readonly contests: number }>`
    select status, count(*)::int as contests from contests where consultation_id = ${consultation}
    group by status`.execute(db);
  return new Map(rows.map(({ status, contests }) => [status, contests]));
}

/** One hash of the state, the board and the outcome of every contest: what `contestsDigest` makes of an archive. */
export async function rowsDigest(db: Database, consultation: string): Promise<string | undefined> {
  const { rows } = await sql<{ readonly digest: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(concat(k.id, ' ', k.status, ' ', e.head, ' ',
      case when k.status in ('withheld', 'annulled') then null else o.outcome_hash end, E'\\n'), '' order by k.id), ''),
      'UTF8')), 'hex') as digest
    from contests k left join elections e on e.contest_id = k.id left join contest_outcomes o on o.contest_id = k.id
    where k.consultation_id = ${consultation}`.execute(db);
  return rows[0]?.digest;
}
