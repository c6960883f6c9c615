import type { RuleSet } from '@convite/counting';
import { ruleSetSchema } from '@convite/counting';
import { moved, openRecountStates, recountMachine, type RecountMove, type RecountState } from '@convite/domain';
import { type Selectable, sql, type Updateable } from 'kysely';
import { type Database, inTransaction, type Tx } from '../../persistence/database.ts';
import type { FilesTable, RecountsTable } from '../../persistence/schema.ts';
import type { ElectionChanges, FileFacts } from './counting/tasks.ts';
import { changesSchema, factsSchema, type RecountFailure, recountFailureSchema } from './stored-forms.ts';

/** All SQL about files and recounts but for counterfactuals and limits. */

export type Origin = FilesTable['origin'];

export interface FileRecord {
  readonly hash: string;
  readonly size: number;
  readonly name: string;
  readonly facts: FileFacts;
  readonly origin: Origin;
  readonly expiresAt: Date | null;
}

export interface RecountRecord {
  readonly hash: string;
  readonly fileHash: string;
  readonly ruleSet: RuleSet;
  readonly changes: ElectionChanges;
  readonly baseHash: string | null;
  readonly status: RecountState;
  readonly stage: 'reading' | 'counting' | null;
  readonly refusal: RecountFailure | null;
}

const fileColumns = ['hash', 'size', 'name', 'facts', 'origin', 'expires_at'] as const;
const recountColumns = ['hash', 'file_hash', 'rule_set', 'changes', 'base_hash', 'status', 'stage', 'refusal'] as const;

const toFile = (row: Pick<Selectable<FilesTable>, (typeof fileColumns)[number]>): FileRecord => ({
  hash: row.hash,
  size: row.size,
  name: row.name,
  facts: factsSchema.parse(row.facts),
  origin: row.origin,
  expiresAt: row.expires_at,
});

const toRecount = (row: Pick<Selectable<RecountsTable>, (typeof recountColumns)[number]>): RecountRecord => ({
  hash: row.hash,
  fileHash: row.file_hash,
  ruleSet: ruleSetSchema.parse(row.rule_set),
  changes: changesSchema.parse(row.changes),
  baseHash: row.base_hash,
  status: row.status,
  stage: row.stage,
  refusal: row.refusal === null ? null : recountFailureSchema.parse(row.refusal),
});

/**
 * Stores a file, or renews what is stored of the same bytes, and holds its row until the transaction ends.
 *
 * @returns true when it was not there.
 */
export async function putFile(
  tx: Tx,
  file: Omit<FileRecord, 'facts'> & { readonly facts: FileFacts; readonly compressed: Uint8Array; readonly now: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('files')
    .values({
      hash: file.hash,
      size: file.size,
      compressed: Buffer.from(file.compressed.buffer, file.compressed.byteOffset, file.compressed.byteLength),
      name: file.name,
      facts: JSON.stringify(file.facts),
      origin: file.origin,
      stored_at: file.now,
      expires_at: file.expiresAt,
    })
    .onConflict((conflict) =>
      conflict.column('hash').doUpdateSet({
        expires_at: sql`case when files.origin = 'upload' then greatest(files.expires_at, excluded.expires_at) end`,
      }),
    )
    .returning(sql<boolean>`xmax = 0`.as('is_new'))
    .executeTakeFirstOrThrow();
  return row.is_new;
}

export async function findFile(database: Database | Tx, hash: string): Promise<FileRecord | undefined> {
  const row = await database.selectFrom('files').select(fileColumns).where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : toFile(row);
}

/** So much is asked for at once: the text in which the database sends bytes is read without a pause. */
const pieceBytes = 256 * 1024;

/** The compressed bytes of a file, piece by piece; none where it is gone. */
export async function* readCompressed(database: Database, hash: string): AsyncGenerator<Uint8Array> {
  for (let from = 1; ; from += pieceBytes) {
    const row = await database
      .selectFrom('files')
      .select(sql<Buffer>`substring(compressed from ${from} for ${pieceBytes})`.as('piece'))
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row === undefined || row.piece.byteLength === 0) return;
    yield row.piece;
    if (row.piece.byteLength < pieceBytes) return;
  }
}

/** Deletes a file and, with it, everything that was made of it. @returns whether it was there. */
export async function deleteFile(tx: Tx, hash: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('files').where('hash', '=', hash).executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Deletes a file whose days are over, unless it was brought again meanwhile. @returns whether it did. */
export async function deleteExpiredFile(tx: Tx, hash: string, now: Date): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('files')
    .where('hash', '=', hash)
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function expiredFiles(database: Database, now: Date): Promise<readonly string[]> {
  const rows = await database.selectFrom('files').select('hash').where('expires_at', '<=', now).execute();
  return rows.map(({ hash }) => hash);
}

export async function addUpload(tx: Tx, fileHash: string, removalHash: string, now: Date): Promise<void> {
  await tx
    .insertInto('uploads')
    .values({ file_hash: fileHash, removal_hash: removalHash, uploaded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function isUploader(database: Database, fileHash: string, removalHash: string): Promise<boolean> {
  const row = await database
    .selectFrom('uploads')
    .select('file_hash')
    .where('file_hash', '=', fileHash)
    .where('removal_hash', '=', removalHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes one upload back. @returns how many others brought the same file, undefined if this one did not. */
export async function withdrawUpload(tx: Tx, fileHash: string, removalHash: string): Promise<number | undefined> {
  await tx.selectFrom('files').select('hash').where('hash', '=', fileHash).forUpdate().execute();
  const { numDeletedRows } = await tx
    .deleteFrom('uploads')
    .where('file_hash', '=', fileHash)
    .where('removal_hash', '=', removalHash)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return undefined;
  const others = await tx
    .selectFrom('uploads')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('file_hash', '=', fileHash)
    .executeTakeFirstOrThrow();
  return others.count;
}

/** Puts a recount in, or finds it there. @returns true when it was not there. */
export async function putRecount(
  tx: Tx,
  recount: Pick<RecountRecord, 'hash' | 'fileHash' | 'ruleSet' | 'changes' | 'baseHash'>,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('recounts')
    .values({
      hash: recount.hash,
      file_hash: recount.fileHash,
      rule_set: JSON.stringify(recount.ruleSet),
      changes: JSON.stringify(recount.changes),
      base_hash: recount.baseHash,
      status: recountMachine.first,
      requested_at: now,
    })
    .onConflict((conflict) =>
      // Asked for by itself, it is no longer only a what-if of another.
      conflict.column('hash').doUpdateSet({
        base_hash: sql`case when excluded.base_hash is null then null else recounts.base_hash end`,
      }),
    )
    .returning(sql<boolean>`xmax = 0`.as('is_new'))
    .executeTakeFirstOrThrow();
  return row.is_new;
}

export async function findRecount(database: Database | Tx, hash: string): Promise<RecountRecord | undefined> {
  const row = await database.selectFrom('recounts').select(recountColumns).where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : toRecount(row);
}

/** A recount and its file in one question: what every page begins with. */
export async function findRecountAndFile(
  database: Database,
  hash: string,
): Promise<{ readonly recount: RecountRecord; readonly file: FileRecord } | undefined> {
  const row = await database
    .selectFrom('recounts')
    .innerJoin('files', 'files.hash', 'recounts.file_hash')
    .select(['recounts.hash', 'file_hash', 'rule_set', 'changes', 'base_hash', 'status', 'stage', 'refusal'])
    .select(['size', 'name', 'facts', 'origin', 'expires_at'])
    .where('recounts.hash', '=', hash)
    .executeTakeFirst();
  return row === undefined ? undefined : { recount: toRecount(row), file: toFile({ ...row, hash: row.file_hash }) };
}

/** The published report and the details of a finished recount, as they were written. */
export async function readResult(
  database: Database,
  hash: string,
): Promise<{ readonly report: string; readonly details: string } | undefined> {
  const row = await database
    .selectFrom('recounts')
    .select(['report', 'details'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row === undefined || row.report === null || row.details === null
    ? undefined
    : { report: row.report, details: row.details };
}

/** How the supporters of each project of a finished recount fared, as it was written. */
export async function readSupporters(database: Database, hash: string): Promise<string | null | undefined> {
  const row = await database.selectFrom('recounts').select('supporters').where('hash', '=', hash).executeTakeFirst();
  return row?.supporters;
}

/** Notes what is done to a recount now, unless it is gone or has come to its end. */
export const setStage = (database: Database, hash: string, stage: 'reading' | 'counting'): Promise<boolean> =>
  inTransaction(database, (tx) => moveRecount(tx, hash, 'count', { stage }));

/** @returns false when it is gone or was finished by another. */
export const finishRecount = (
  tx: Tx,
  hash: string,
  end:
    | { readonly report: string; readonly details: string; readonly supporters: string }
    | { readonly refusal: RecountFailure },
  now: Date,
): Promise<boolean> =>
  'refusal' in end
    ? moveRecount(tx, hash, 'refuse', { stage: null, finished_at: now, refusal: JSON.stringify(end.refusal) })
    : moveRecount(tx, hash, 'finish', { stage: null, finished_at: now, ...end });

/** Moves a recount on, if the move exists where it stands. @returns whether it does. */
async function moveRecount(
  tx: Tx,
  hash: string,
  move: RecountMove,
  written: Updateable<RecountsTable>,
): Promise<boolean> {
  const held = tx.selectFrom('recounts').select('status').where('hash', '=', hash).forUpdate();
  const stands = await held.executeTakeFirst();
  const next = stands === undefined ? undefined : moved(recountMachine, stands.status, move);
  if (next?.ok !== true) return false;
  await tx
    .updateTable('recounts')
    .set({ ...written, status: next.value })
    .where('hash', '=', hash)
    .execute();
  return true;
}

/** How many recounts were asked for earlier and still wait. */
export async function countAhead(database: Database, hash: string): Promise<number> {
  const row = await database
    .selectFrom('recounts')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('status', '=', recountMachine.first)
    .where('requested_at', '<', (from) =>
      from.selectFrom('recounts as this').select('this.requested_at').where('this.hash', '=', hash),
    )
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Unfinished recounts for which no job is left that would try again. */
export async function stuckRecounts(database: Database): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('recounts')
    .select('hash')
    .where('status', 'in', openRecountStates)
    .where(
      sql<boolean>`not exists (select from graphile_worker.jobs
        where key = 'count-recount:' || recounts.hash and (attempts < max_attempts or locked_at is not null))`,
    )
    .execute();
  return rows.map(({ hash }) => hash);
}
