import type { ConsultationState } from '@convite/domain';
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

/** Of a territory, if it is that of the consultation of that slug or lies inside it. */
export async function pathOfPart(db: Database | Tx, slug: string, territory: string): Promise<Path | undefined> {
  const { rows } = await sql<{ path: Path }>`
    select t.path::text[] as path from consultations c join territories t on t.path @> array[c.territory_id]
    where c.slug = ${slug} and t.id = ${territory}`.execute(db);
  return rows[0]?.path;
}

/** Of the part that a file replaces, if it was brought for the roll of the consultation of that slug. */
export async function pathOfImport(db: Database | Tx, slug: string, id: string): Promise<Path | undefined> {
  const { rows } = await sql<{ path: Path }>`
    select t.path::text[] as path
    from roll_imports i join consultations c on c.id = i.consultation_id join territories t on t.id = i.part_id
    where c.slug = ${slug} and i.id = ${id}`.execute(db);
  return rows[0]?.path;
}

/** Of the part that a version changed: where it added one person, that is the whole. */
export async function pathOfVersion(db: Database | Tx, slug: string, version: number): Promise<Path | undefined> {
  const { rows } = await sql<{ path: Path }>`
    select t.path::text[] as path
    from roll_versions v join consultations c on c.id = v.consultation_id
      join territories t on t.id = coalesce(v.part_id, c.territory_id)
    where c.slug = ${slug} and v.version = ${version}`.execute(db);
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

/** Whether one of these territories lies inside the territory given. */
export async function hasTerritoryInside(
  db: Database,
  territory: string,
  candidates: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from territories where id = any(${candidates}::uuid[]) and ${territory}::uuid = any(path) limit 1`.execute(
    db,
  );
  return rows.length > 0;
}

/** The zone in which all consultations of the installation are held; undefined where they are held in several, or none is. */
export async function commonZone(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ readonly zone: string | null }>`
    select case when count(distinct zone) = 1 then min(zone) end as zone from consultations`.execute(db);
  return rows[0]?.zone ?? undefined;
}

export interface ConsultationRecord {
  readonly id: string;
  readonly slug: string;
  /** By language. */
  readonly title: unknown;
  readonly status: ConsultationState;
  readonly territoryName: string;
  /** Ids of its territory and of all above. */
  readonly path: Path;
  /** Contests of it that lie in the territories given. */
  readonly contests: number;
}

/**
 * Consultations in the territories given, below them, or with contests there; `null` among them: all. Of those that lie above
 * the territories whose roll somebody keeps, every one: its roll has their people. The newest first.
 */
export async function listConsultations(
  db: Database,
  under: readonly (string | null)[],
  rollsOf: readonly (string | null)[],
  most: number,
): Promise<readonly ConsultationRecord[]> {
  const ids = under.filter((id) => id !== null);
  const isEverywhere = under.includes(null);
  const { rows } = await sql<ConsultationRecord>`
    select c.id, c.slug, c.title, c.status, t.name as "territoryName", t.path::text[] as path, n.contests
    from consultations c join territories t on t.id = c.territory_id
      cross join lateral (
        select count(*)::int as contests from contests k join territories i on i.id = k.territory_id
        where k.consultation_id = c.id and (${isEverywhere} or i.path && ${ids}::uuid[])) n
    where ${isEverywhere} or t.path && ${ids}::uuid[] or n.contests > 0
      or exists (select from territories k where k.id = any(${rollsOf.filter((id) => id !== null)}::uuid[])
        and k.path @> array[t.id])
    order by c.created_at desc, c.slug limit ${most}`.execute(db);
  return rows;
}
