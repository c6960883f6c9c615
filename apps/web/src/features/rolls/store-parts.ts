import type { RollImportState } from '@convite/domain';
import { waitingImports } from '@convite/domain';
import { sql } from 'kysely';
import type { Database } from '../../persistence/database.ts';

/** SQL about the parts of a roll: territories inside that of the consultation, whose people are brought by themselves. */

/** A territory, as the pages of its part of the roll name it. */
export interface RollPart {
  readonly id: string;
  readonly name: string;
}

export async function findTerritory(db: Database, id: string): Promise<RollPart | undefined> {
  const { rows } = await sql<RollPart>`select id, name from territories where id = ${id}`.execute(db);
  return rows[0];
}

/** How many people of a territory, and of all below it, are on the roll now. */
export async function peopleOfPart(db: Database, consultation: string, part: string): Promise<number> {
  const { rows } = await sql<{ readonly people: number }>`
    select coalesce(sum(s.people), 0)::int as people from roll_sizes s join territories t on t.id = s.territory_id
    where s.consultation_id = ${consultation} and t.path @> array[${part}::uuid]`.execute(db);
  return rows[0]?.people ?? 0;
}

/** A file that is on its way into a roll. */
export interface WaitingFile {
  readonly id: string;
  readonly sourceName: string;
  readonly part: string;
  readonly partName: string;
  readonly status: RollImportState;
}

const isWaiting = sql`i.status = any(${[...waitingImports]}::text[])`;

/** Files on their way into a roll whose part is one of these territories or lies below; undefined: all. The first came first. */
export async function waitingFiles(
  db: Database,
  consultation: string,
  within: readonly string[] | undefined,
): Promise<readonly WaitingFile[]> {
  const { rows } = await sql<WaitingFile>`
    select i.id, i.source_name as "sourceName", i.part_id as part, t.name as "partName", i.status
    from roll_imports i join territories t on t.id = i.part_id
    where i.consultation_id = ${consultation} and ${isWaiting}
      and (${within === undefined} or t.path && ${within ?? []}::uuid[])
    order by i.brought_at, i.id`.execute(db);
  return rows;
}

/** A part of a roll as the list of them tells it. */
export interface PartRecord extends RollPart {
  readonly code: string;
  readonly people: number;
  /** Of the newest file that was applied for it alone. */
  readonly version: number | null;
  readonly at: Date | null;
  readonly by: string | null;
  /** The file that is on its way for it. */
  readonly waiting: string | null;
}

/**
 * Territories inside that of the consultation which have a registrar of their own, or of which a file was brought; of a
 * registrar's `within`, those and all below.
 */
const parts = (consultation: string, within: readonly string[] | undefined): ReturnType<typeof sql> => sql`
  parts as (
    select t.id, t.name, t.code from consultations c join territories t on t.path @> array[c.territory_id]
    where c.id = ${consultation} and t.id <> c.territory_id
      and (${within === undefined} or t.path && ${within ?? []}::uuid[])
      and (exists (select from role_grants g join accounts a on a.id = g.account_id
          where g.territory_id = t.id and g.role = 'registrar' and g.ended_at is null and a.disabled_at is null)
        or exists (select from roll_imports i where i.consultation_id = c.id and i.part_id = t.id))
  ), counted as (
    -- Added up and not joined: how many parts there are is guessed far too low, and each would go through all the others.
    select id, max(name) as name, max(code) as code, sum(people)::int as people from (
      select id, name, code, 0 as people from parts
      union all
      select above.id, null, null, s.people
      from roll_sizes s join territories t on t.id = s.territory_id cross join unnest(t.path) as above (id)
      where s.consultation_id = ${consultation}) placed
    group by id having count(code) > 0
  ), rows as (
    select k.*, i.id as waiting
    from counted k left join roll_imports i on i.consultation_id = ${consultation} and i.part_id = k.id and ${isWaiting})`;

/** The parts of a roll: those of which nobody is on it first, then those of which a file waits. */
export async function listParts(
  db: Database,
  consultation: string,
  within: readonly string[] | undefined,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<readonly PartRecord[]> {
  const { rows } = await sql<PartRecord>`
    with ${parts(consultation, within)}, shown as (
      select * from rows order by people > 0, waiting is null, name, code limit ${most} offset ${from}
    ), newest as (
      select part_id, max(version) as version from roll_versions
      where consultation_id = ${consultation} and part_id in (select id from shown) group by part_id)
    select s.*, v.version, v.created_at as at, a.name as by
    from shown s left join newest n on n.part_id = s.id
      left join roll_versions v on v.consultation_id = ${consultation} and v.version = n.version
      left join accounts a on a.id = v.created_by
    order by s.people > 0, s.waiting is null, s.name, s.code`.execute(db);
  return rows;
}

/** How many parts a roll has, and of how many somebody is on it. */
export async function countParts(
  db: Database,
  consultation: string,
  within: readonly string[] | undefined,
): Promise<{ readonly all: number; readonly peopled: number }> {
  const { rows } = await sql<{ readonly all: number; readonly peopled: number }>`
    with ${parts(consultation, within)}
    select count(*)::int as all, count(*) filter (where people > 0)::int as peopled from rows`.execute(db);
  return rows[0] ?? { all: 0, peopled: 0 };
}
