import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about the draw of the order of options. */

export interface OrderDraw {
  readonly seed: string;
  /** What was drawn, where, and before whom. */
  readonly how: string;
  readonly drawnAt: Date;
}

/** Undefined where no order was drawn: options stand by their numbers. */
export async function orderDrawOf(db: Database | Tx, consultation: string): Promise<OrderDraw | undefined> {
  return await db
    .selectFrom('order_draws')
    .select(['seed', 'how', 'drawn_at as drawnAt'])
    .where('consultation_id', '=', consultation)
    .executeTakeFirst();
}

export async function putOrderDraw(tx: Tx, consultation: string, { seed, how, drawnAt }: OrderDraw): Promise<void> {
  await tx.insertInto('order_draws').values({ consultation_id: consultation, seed, how, drawn_at: drawnAt }).execute();
}

/** Whether elections are written, or about to be: their answers stand in an order already. */
export async function hasElections(db: Database | Tx, consultation: string): Promise<boolean> {
  const { rows } = await sql`
    select from credential_uploads where consultation_id = ${consultation} and status <> 'refused'
    union all select from elections e join contests k on k.id = e.contest_id where k.consultation_id = ${consultation}
    limit 1`.execute(db);
  return rows.length > 0;
}
