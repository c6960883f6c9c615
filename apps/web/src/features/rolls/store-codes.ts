import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about what was made of a frozen roll: the order of its codes, and the codes that a registrar brought. */

/** `none`: the vote was not open, and of codes at most an order stands here. */
export type CodesStanding = 'none' | 'codes_there' | 'vote_was_open';

/**
 * Holds a consultation until the transaction ends: nobody orders or brings codes, nor opens the vote. Rows may be added to its
 * roll, so nobody who holds that waits for this.
 */
export async function holdUnopened(tx: Tx, consultation: string): Promise<void> {
  await tx.selectFrom('consultations').select('id').where('id', '=', consultation).forNoKeyUpdate().execute();
}

export async function codesStanding(db: Database | Tx, consultation: string): Promise<CodesStanding> {
  const { rows } = await sql<{ readonly isUnopened: boolean; readonly hasCodes: boolean }>`
    select status in ('draft', 'frozen') as "isUnopened",
      exists (select from credential_uploads u where u.consultation_id = c.id and u.status <> 'refused')
        or exists (select from elections e join contests k on k.id = e.contest_id where k.consultation_id = c.id)
        as "hasCodes"
    from consultations c where c.id = ${consultation}`.execute(db);
  const [standing] = rows;
  if (standing?.isUnopened !== true) return 'vote_was_open';
  return standing.hasCodes ? 'codes_there' : 'none';
}

export async function dropOrder(tx: Tx, consultation: string): Promise<void> {
  await tx.deleteFrom('credential_orders').where('consultation_id', '=', consultation).execute();
}
