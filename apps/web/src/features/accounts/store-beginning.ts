import type { Role } from '@convite/domain';
import { sql } from 'kysely';
import type { Database } from '../../persistence/database.ts';

/** What there is of an installation that begins. */
export interface Beginning {
  readonly territories: boolean;
  readonly consultations: boolean;
  /** Roles that somebody holds, and how many do. */
  readonly held: readonly { readonly role: Role; readonly people: number }[];
}

export async function findBeginning(database: Database): Promise<Beginning> {
  const { rows } = await sql<Beginning>`
    select exists (select from territories) as territories, exists (select from consultations) as consultations,
      (select coalesce(json_agg(h), '[]') from (
        select g.role, count(distinct g.account_id)::int as people
        from role_grants g join accounts a on a.id = g.account_id
        where g.ended_at is null and a.disabled_at is null group by g.role
      ) h) as held`.execute(database);
  return rows[0] ?? { territories: false, consultations: false, held: [] };
}
