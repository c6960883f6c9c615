import type { PlacedDraft } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about files that wait to be applied. */

export interface WaitingImport {
  readonly id: string;
  readonly broughtBy: string;
  readonly broughtAt: Date;
  readonly sourceName: string;
  readonly sourceHash: string;
  readonly ignored: readonly string[];
  readonly drafts: readonly PlacedDraft[];
}

/** Keeps a checked file, and forgets those brought before a time. */
export async function putImport(tx: Tx, waiting: WaitingImport, forgetBefore: Date): Promise<void> {
  await tx.deleteFrom('territory_imports').where('brought_at', '<', forgetBefore).execute();
  await tx
    .insertInto('territory_imports')
    .values({
      id: waiting.id,
      brought_by: waiting.broughtBy,
      brought_at: waiting.broughtAt,
      source_name: waiting.sourceName,
      source_hash: waiting.sourceHash,
      ignored: waiting.ignored,
      drafts: JSON.stringify(waiting.drafts),
    })
    .execute();
}

export async function findImport(db: Database | Tx, id: string): Promise<WaitingImport | undefined> {
  // The drafts are what `putImport` wrote of values of this type.
  const { rows } = await sql<WaitingImport>`
    select id, brought_by as "broughtBy", brought_at as "broughtAt", source_name as "sourceName",
      source_hash as "sourceHash", ignored, drafts
    from territory_imports where id = ${id}`.execute(db);
  return rows[0];
}

/** @returns false when it was gone already. */
export async function removeImport(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('territory_imports').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
