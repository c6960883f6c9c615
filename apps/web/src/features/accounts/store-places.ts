import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about where something belongs: ids of its territory and of all above it. */

type Path = readonly string[];

/** Undefined if there is no such territory. */
export async function pathOfTerritory(db: Database | Tx, id: string): Promise<Path | undefined> {
  const { rows } = await sql<{ path: Path }>`select path::text[] as path from territories where id = ${id}`.execute(db);
  return rows[0]?.path;
}

/** Of a consultation by its slug. */
export async function pathOfConsultation(db: Database | Tx, slug: string): Promise<Path | undefined> {
  const { rows } = await sql<{ path: Path }>`
    select t.path::text[] as path from consultations c join territories t on t.id = c.territory_id
    where c.slug = ${slug}`.execute(db);
  return rows[0]?.path;
}

/** Of a contest, if it belongs to the consultation of that slug. */
export async function pathOfContest(db: Database | Tx, slug: string, contest: string): Promise<Path | undefined> {
  const { rows } = await sql<{ path: Path }>`
    select t.path::text[] as path
    from contests k join consultations c on c.id = k.consultation_id join territories t on t.id = k.territory_id
    where c.slug = ${slug} and k.id = ${contest}`.execute(db);
  return rows[0]?.path;
}

/** Undefined if no territory has this code. */
export async function findTerritoryByCode(
  db: Database | Tx,
  code: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from territories where code = ${code}`.execute(db);
  return rows[0];
}
