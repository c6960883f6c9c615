import type { Station } from '@convite/domain';
import type { Database, Tx } from '../../persistence/database.ts';
import { type LanguageMap, readLanguageMap } from './stored-forms.ts';

/** All SQL about tables where people vote with help. */

export interface StationRecord extends Station<LanguageMap> {
  readonly id: string;
}

/** The tables of a consultation, by name. */
export async function stationsOf(db: Database | Tx, consultation: string): Promise<readonly StationRecord[]> {
  const rows = await db
    .selectFrom('stations')
    .select(['id', 'name', 'place', 'hours'])
    .where('consultation_id', '=', consultation)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ hours, ...row }) => ({ ...row, hours: readLanguageMap(hours) }));
}

/** Writes a table, in the place of the one with its id where there is one. */
export async function putStation(
  tx: Tx,
  consultation: string,
  { id, name, place, hours }: StationRecord,
): Promise<void> {
  const written = { name, place, hours: JSON.stringify(hours) };
  await tx
    .insertInto('stations')
    .values({ id, consultation_id: consultation, ...written })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(written))
    .execute();
}

export async function removeStation(tx: Tx, consultation: string, id: string): Promise<void> {
  await tx.deleteFrom('stations').where('consultation_id', '=', consultation).where('id', '=', id).execute();
}
