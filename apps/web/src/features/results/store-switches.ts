import {
  moved,
  openSearchStates,
  switchSearchMachine,
  type SwitchSearchMove,
  type SwitchSearchState,
} from '@convite/domain';
import { type Database, inTransaction, type Tx } from '../../persistence/database.ts';

/** SQL about what would have changed the outcome of large contests: how far the search is, and what its file must hash to. */

interface SwitchSearchRecord {
  readonly key: string;
  readonly consultation: string;
  readonly contest: string;
  readonly status: SwitchSearchState;
  readonly options: number;
  /** Options that are answered, and the bytes of the file that answer them. */
  readonly done: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A contest whose switches are to be looked for. */
export interface NewSwitchSearch {
  readonly key: string;
  readonly contest: string;
  readonly options: number;
}

/** Notes what is to be looked for; what was asked for before stays as it is. @returns keys that are new */
export async function beginSearches(
  tx: Tx,
  consultation: string,
  searches: readonly NewSwitchSearch[],
  now: Date,
): Promise<readonly string[]> {
  if (searches.length === 0) return [];
  const rows = await tx
    .insertInto('result_switches')
    .values(
      searches.map(({ key, contest, options }) => ({
        ...{ key, consultation_id: consultation, contest_id: contest, status: switchSearchMachine.first },
        ...{ options, asked_at: now },
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute();
  return rows.map(({ key }) => key);
}

export const findSearch = (db: Database | Tx, key: string): Promise<SwitchSearchRecord | undefined> =>
  db
    .selectFrom('result_switches')
    .select(['key', 'consultation_id as consultation', 'contest_id as contest'])
    .select(['status', 'options', 'done', 'bytes', 'sha256'])
    .where('key', '=', key)
    .executeTakeFirst();

/** Searches that have not come to their end. */
export const openSearches = async (db: Database | Tx): Promise<readonly string[]> =>
  (await db.selectFrom('result_switches').select('key').where('status', 'in', openSearchStates).execute()).map(
    ({ key }) => key,
  );

/** Of these keys those that are known. */
export async function knownSearches(db: Database | Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .selectFrom('result_switches')
    .select('key')
    .where('key', 'in', [...keys])
    .execute();
  return new Set(rows.map(({ key }) => key));
}

/** How far a search is: what the file has up to now. */
interface SearchProgress {
  readonly done: number;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Moves a search on, and notes how far it is, if the move exists where it stands: two servers may look for the same.
 *
 * @returns whether it does.
 */
export async function moveSearch(
  db: Database,
  key: string,
  move: SwitchSearchMove,
  { done, bytes, sha256 }: Partial<SearchProgress> = {},
): Promise<boolean> {
  return await inTransaction(db, async (tx) => {
    const held = tx.selectFrom('result_switches').select('status').where('key', '=', key).forUpdate();
    const stands = await held.executeTakeFirst();
    const next = stands === undefined ? undefined : moved(switchSearchMachine, stands.status, move);
    if (next?.ok !== true) return false;
    await tx
      .updateTable('result_switches')
      .set({ status: next.value, done, bytes, sha256 })
      .where('key', '=', key)
      .execute();
    return true;
  });
}
