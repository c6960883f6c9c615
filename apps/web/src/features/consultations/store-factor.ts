import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about what a consultation asks for beside the letter. */

/** Whether it asks for a code by e-mail. */
export async function asksMailCode(db: Database | Tx, consultation: string): Promise<boolean> {
  const { rows } = await sql`select from second_factors where consultation_id = ${consultation}`.execute(db);
  return rows.length > 0;
}

export async function putMailCode(tx: Tx, consultation: string, isAsked: boolean): Promise<void> {
  if (isAsked)
    await sql`insert into second_factors (consultation_id) values (${consultation}) on conflict do nothing`.execute(tx);
  else await tx.deleteFrom('second_factors').where('consultation_id', '=', consultation).execute();
}

/** People on the roll now, and how many of them have no address. */
export async function peopleWithoutAddress(
  db: Database | Tx,
  consultation: string,
): Promise<{ readonly people: number; readonly without: number }> {
  const { rows } = await sql<{ readonly people: number; readonly without: number }>`
    select count(*)::int as people, count(*) filter (where coalesce(email, '') = '')::int as without
    from roll_entries where consultation_id = ${consultation} and until_version is null`.execute(db);
  return rows[0] ?? { people: 0, without: 0 };
}
