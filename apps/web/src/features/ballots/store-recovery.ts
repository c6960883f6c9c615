import type { ElectionState, Sha256Hex } from '@convite/crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about boards as a whole: whether the database and the folder of the boards go together. */

/** Where the database has a board. */
export interface StoredBoard {
  readonly contest: string;
  readonly slug: string;
  readonly territory: string;
  readonly height: number;
  readonly head: Sha256Hex;
  readonly state: ElectionState;
}

export async function storedBoards(database: Database): Promise<ReadonlyMap<string, StoredBoard>> {
  const { rows } = await sql<StoredBoard>`
    select e.contest_id as contest, c.slug, k.territory_id as territory, e.height, e.head, e.state
    from elections e join contests k on k.id = e.contest_id join consultations c on c.id = k.consultation_id
  `.execute(database);
  return new Map(rows.map((row) => [row.contest, row]));
}

/** The key of the folder that this database belongs to; undefined where nobody has said so yet. */
export async function boundKey(database: Database | Tx): Promise<string | undefined> {
  const row = await database.selectFrom('installation').select('board_key').executeTakeFirst();
  return row?.board_key ?? undefined;
}

export async function bindKey(database: Database | Tx, key: string): Promise<void> {
  await database.updateTable('installation').set({ board_key: key }).execute();
}

/** A consultation that is not over: something may still be signed in it. */
export interface OpenConsultation {
  readonly id: string;
  readonly territory: string;
}

/** Those of an installation that binds somebody: none in a demo. */
export async function openConsultations(database: Database | Tx): Promise<readonly OpenConsultation[]> {
  const { rows } = await sql<OpenConsultation>`
    select id, territory_id as territory from consultations
    where status not in ('certified', 'annulled') and not exists (select from installation where is_demo)
  `.execute(database);
  return rows;
}
