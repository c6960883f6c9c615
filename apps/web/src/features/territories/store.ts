import type { ComparedTerritory, Level, Outline } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** All SQL about the tree of territories. */

export interface TerritoryRecord extends ComparedTerritory {
  readonly id: string;
  readonly path: readonly string[];
}

/** Every territory, without outlines; parents before what is below them. */
export async function allTerritories(db: Database | Tx): Promise<readonly TerritoryRecord[]> {
  const { rows } = await sql<TerritoryRecord>`
    select t.id, t.code, p.code as "parentCode", t.level, t.name, t.population, t.outline is not null as "hasOutline",
      t.path::text[] as path
    from territories t left join territories p on p.id = t.parent_id
    order by cardinality(t.path), t.code`.execute(db);
  return rows;
}

export interface WrittenTerritory {
  readonly id: string;
  readonly code: string;
  readonly parent_id: string | null;
  readonly level: Level;
  readonly name: string;
  readonly population: number | null;
  readonly outline: Outline | null;
  readonly path: readonly string[];
}

/** Nobody else changes the tree until the transaction ends; it can be read meanwhile. */
export async function holdTree(tx: Tx): Promise<void> {
  await sql`lock table territories in share row exclusive mode`.execute(tx);
}

/** Adds territories and changes those of the same code. Without population or outline they keep what they have. */
export async function putTerritories(tx: Tx, territories: readonly WrittenTerritory[]): Promise<void> {
  await sql`
    insert into territories (id, parent_id, level, code, name, population, path, outline)
    select id, parent_id, level, code, name, population, path, outline
    from json_to_recordset(${JSON.stringify(territories)}::json) as given
      (id uuid, parent_id uuid, level text, code text, name text, population integer, path uuid[], outline json)
    on conflict (code) do update set
      parent_id = excluded.parent_id, level = excluded.level, name = excluded.name, path = excluded.path,
      population = coalesce(excluded.population, territories.population),
      outline = coalesce(excluded.outline, territories.outline)`.execute(tx);
}

/** Brings the paths below moved territories to where they hang now. */
export async function renewPaths(tx: Tx): Promise<void> {
  await sql`
    with recursive tree as (
      select id, array[id] as path from territories where parent_id is null
      union all
      select t.id, tree.path || t.id from territories t join tree on t.parent_id = tree.id
    )
    update territories t set path = tree.path from tree where t.id = tree.id and t.path <> tree.path`.execute(tx);
}

/** Codes of those among the territories on which, or below which, something stands: rights, votes or voters. */
export async function codesInUse(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ code: string }>`
    select m.code from territories m where m.id = any(${ids}::uuid[]) and exists (
      select from territories t where t.path @> array[m.id] and (
        exists (select from consultations c where c.territory_id = t.id)
        or exists (select from contests k where k.territory_id = t.id)
        or exists (select from role_grants g where g.territory_id = t.id and g.ended_at is null)
        or exists (select from roll_entries e where e.territory_id = t.id)))
    order by m.code`.execute(tx);
  return rows.map(({ code }) => code);
}

export interface ChildRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly population: number | null;
  /** How many territories there are below it. */
  readonly below: number;
}

/** The children of a territory, or the roots, from the one of that number on. */
export async function childrenOf(
  db: Database,
  parent: string | null,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly ChildRecord[]> {
  const { rows } = await sql<ChildRecord>`
    select c.id, c.code, c.name, c.level, c.population,
      (select count(*)::int - 1 from territories t where t.path @> array[c.id]) as below
    from territories c where c.parent_id is not distinct from ${parent}::uuid
    order by c.name, c.code offset ${from} limit ${most}`.execute(db);
  return rows;
}

export interface ShownTerritory extends ChildRecord {
  readonly children: number;
  readonly outline: unknown;
  /** From the root to its parent. */
  readonly above: readonly { readonly id: string; readonly name: string }[];
}

export async function findTerritory(db: Database, id: string): Promise<ShownTerritory | undefined> {
  const { rows } = await sql<ShownTerritory>`
    select t.id, t.code, t.name, t.level, t.population, t.outline,
      (select count(*)::int from territories c where c.parent_id = t.id) as children,
      (select count(*)::int - 1 from territories c where c.path @> array[t.id]) as below,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by cardinality(a.path)), '[]')
        from territories a where a.id = any(t.path) and a.id <> t.id) as above
    from territories t where t.id = ${id}`.execute(db);
  return rows[0];
}

/** How many territories there are of each level; levels without any are left out. */
export async function countLevels(db: Database): Promise<readonly { readonly level: Level; readonly count: number }[]> {
  const { rows } = await sql<{ level: Level; count: number }>`
    select level, count(*)::int as count from territories group by level`.execute(db);
  return rows;
}

/** Territories whose code begins so, or whose name has these words; those of that code first. */
export async function searchTerritories(db: Database, words: string, most: number): Promise<readonly ChildRecord[]> {
  const escaped = words.replaceAll(/[\\%_]/gu, String.raw`\$&`);
  const { rows } = await sql<ChildRecord>`
    select t.id, t.code, t.name, t.level, t.population, 0 as below from territories t
    where t.code ilike ${`${escaped}%`} or t.name ilike ${`%${escaped}%`}
    order by t.code <> ${words}, t.name, t.code limit ${most}`.execute(db);
  return rows;
}

export interface ExportedTerritory {
  readonly code: string;
  readonly parent: string | null;
  readonly level: Level;
  readonly name: string;
  readonly population: number | null;
  readonly outline: unknown;
}

const exportedAtOnce = 500;

/** The whole tree in order of codes, piece by piece; outlines only where they are wanted. */
export async function* exportedTerritories(
  db: Database,
  outlines: boolean,
): AsyncGenerator<readonly ExportedTerritory[]> {
  for (let after = ''; ;) {
    const { rows } = await sql<ExportedTerritory>`
      select t.code, p.code as parent, t.level, t.name, t.population,
        ${outlines ? sql`t.outline` : sql`null`} as outline
      from territories t left join territories p on p.id = t.parent_id
      where t.code > ${after} order by t.code limit ${exportedAtOnce}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.code;
  }
}
