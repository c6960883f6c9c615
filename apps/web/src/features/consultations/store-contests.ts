import { contestMachine, type ContestMove, type ContestState, statesBefore } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import { type LanguageMap, readLanguageMap, readMinorUnits } from './stored-forms.ts';

/** All SQL about contests but for the table of the control room. */

/** Where contests are made: in all territories of a level, below one, or in those of a list of codes. */
export type TerritoryChoice =
  | { readonly by: 'level'; readonly level: string }
  | { readonly by: 'subtree'; readonly level: string; readonly code: string }
  | { readonly by: 'codes'; readonly codes: readonly string[] };

export interface ChosenTerritory {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** A contest of the template stands there already. */
  readonly isTaken: boolean;
}

/** The chosen territories inside the consultation's own, by code. */
export async function chooseTerritories(
  db: Database | Tx,
  consultation: { readonly territory: string },
  template: string,
  choice: TerritoryChoice,
): Promise<readonly ChosenTerritory[]> {
  const chosen =
    choice.by === 'codes'
      ? sql`t.code = any(${[...choice.codes]})`
      : choice.by === 'level'
        ? sql`t.level = ${choice.level}`
        : sql`t.level = ${choice.level} and t.path @> (select array[id] from territories where code = ${choice.code})`;
  const { rows } = await sql<ChosenTerritory>`
    select t.id, t.code, t.name, k.id is not null as "isTaken"
    from territories t left join contests k on k.template_id = ${template} and k.territory_id = t.id
    where t.path @> array[${consultation.territory}::uuid] and ${chosen}
    order by t.code collate "C"`.execute(db);
  return rows;
}

export interface NewContest {
  readonly id: string;
  readonly territory: string;
  readonly envelope: string | null;
}

/** Puts many contests in with one statement. */
export async function putContests(
  tx: Tx,
  consultation: string,
  template: string,
  contests: readonly NewContest[],
): Promise<void> {
  await sql`
    insert into contests (id, consultation_id, template_id, territory_id, envelope_id, status)
    select id, ${consultation}, ${template}, territory, envelope, ${contestMachine.first} from unnest(
      ${contests.map(({ id }) => id)}::uuid[], ${contests.map(({ territory }) => territory)}::uuid[],
      ${contests.map(({ envelope }) => envelope)}::uuid[]) as row (id, territory, envelope)`.execute(tx);
}

export interface ContestRecord {
  readonly id: string;
  readonly template: string;
  readonly territory: { readonly id: string; readonly code: string; readonly name: string };
  /** Names from the whole down to the territory above its own. */
  readonly above: readonly string[];
  readonly envelope: { readonly name: LanguageMap; readonly amount: bigint } | null;
  readonly status: ContestState;
  readonly voters: number;
  readonly waiver: Date | null;
  /** Voting codes that have cast a ballot; null while it has no election. */
  readonly turnout: number | null;
}

/** A contest, if it belongs to that consultation. */
export async function findContest(
  db: Database | Tx,
  consultation: string,
  id: string,
): Promise<ContestRecord | undefined> {
  const { rows } = await sql<
    Omit<ContestRecord, 'territory' | 'envelope'> & {
      readonly territoryId: string;
      readonly code: string;
      readonly name: string;
      readonly envelopeName: unknown;
      readonly amount: string | null;
    }
  >`
    select k.id, k.template_id as template, k.status, k.voters, k.small_electorate_waiver as waiver,
      t.id as "territoryId", t.code, t.name, e.name as "envelopeName", e.amount, b.voters as turnout,
      array(select a.name from territories a where a.id = any(t.path) and a.id <> t.id
            order by cardinality(a.path)) as above
    from contests k join territories t on t.id = k.territory_id
      left join envelopes e on e.id = k.envelope_id left join elections b on b.contest_id = k.id
    where k.consultation_id = ${consultation} and k.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { territoryId, code, name, envelopeName, amount, ...rest } = row;
  const envelope = amount === null ? null : { name: readLanguageMap(envelopeName), amount: readMinorUnits(amount) };
  return { ...rest, territory: { id: territoryId, code, name }, envelope };
}

/** A contest where it stands: its territory, and all above that from the root down. */
export interface PlacedContest {
  readonly id: string;
  readonly territory: string;
  readonly path: readonly string[];
  readonly place: string;
}

/** Of these contests those from which a move leads on, by the codes of their territories. */
export async function contestsBefore(
  tx: Tx,
  consultation: string,
  contests: readonly string[],
  move: ContestMove,
): Promise<readonly PlacedContest[]> {
  const { rows } = await sql<PlacedContest>`
    select k.id, t.id as territory, t.path::text[] as path, t.name || ' (' || t.code || ')' as place
    from contests k join territories t on t.id = k.territory_id
    where k.consultation_id = ${consultation} and k.id = any(${[...contests]}::uuid[])
      and k.status = any(${[...statesBefore(move)]})
    order by t.code collate "C", k.id`.execute(tx);
  return rows;
}

/** A territory as acts name it. Requires: it exists. */
export async function placeOf(tx: Tx, territory: string): Promise<string> {
  const { name, code } = await tx
    .selectFrom('territories')
    .select(['name', 'code'])
    .where('id', '=', territory)
    .executeTakeFirstOrThrow();
  return `${name} (${code})`;
}

/** Makes one move with every one of these contests that stands where the move exists. @returns how many. */
export async function moveContests(
  tx: Tx,
  consultation: string,
  contests: readonly string[],
  move: ContestMove,
): Promise<number> {
  let moved = 0;
  for (const from of statesBefore(move)) {
    const to = contestMachine.moves[from][move];
    if (to === undefined) continue;
    const { numAffectedRows = 0n } = await sql`
      update contests set status = ${to}
      where consultation_id = ${consultation} and id = any(${[...contests]}::uuid[]) and status = ${from}`.execute(tx);
    moved += Number(numAffectedRows);
  }
  return moved;
}

/** Notes for these contests that their organisers accept the publication of very few ballots. @returns how many were new. */
export async function signWaivers(
  tx: Tx,
  consultation: string,
  contests: readonly string[],
  now: Date,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update contests set small_electorate_waiver = ${now}
    where consultation_id = ${consultation} and id = any(${[...contests]}::uuid[]) and small_electorate_waiver is null
      and status in ('draft', 'ready', 'frozen')`.execute(tx);
  return Number(numAffectedRows);
}

/** Takes contests out that were never frozen, with their options and their envelopes. @returns how many. */
export async function removeContests(tx: Tx, consultation: string, contests: readonly string[]): Promise<number> {
  const { rows } = await sql<{ readonly envelope: string | null }>`
    delete from contests where consultation_id = ${consultation} and id = any(${[...contests]}::uuid[])
      and status in ('draft', 'ready')
    returning envelope_id as envelope`.execute(tx);
  await sql`delete from envelopes where consultation_id = ${consultation}
    and id = any(${rows.map(({ envelope }) => envelope)}::uuid[])`.execute(tx);
  return rows.length;
}

/**
 * Counts anew how many people of the roll may vote in each contest, if the roll changed since it was last done. A contest
 * is for everyone on the roll in its territory and below.
 */
export async function countVoters(tx: Tx, consultation: string): Promise<void> {
  const { rows } = await sql<{ readonly version: number }>`
    select r.version from rolls r join consultations c on c.id = r.consultation_id
    where c.id = ${consultation} and r.version <> c.voters_version for update of c`.execute(tx);
  const [roll] = rows;
  if (roll === undefined) return;
  await sql`
    with placed as (
      select territory_id, count(*) as people from roll_entries
      where consultation_id = ${consultation} and until_version is null group by territory_id
    ), counted as (
      select k.id, sum(p.people)::integer as people
      from placed p join territories t on t.id = p.territory_id cross join unnest(t.path) as above
        join contests k on k.consultation_id = ${consultation} and k.territory_id = above
      group by k.id
    )
    update contests k set voters = coalesce(c.people, 0)
    from contests own left join counted c on c.id = own.id
    where own.id = k.id and k.consultation_id = ${consultation} and k.voters <> coalesce(c.people, 0)`.execute(tx);
  await tx.updateTable('consultations').set({ voters_version: roll.version }).where('id', '=', consultation).execute();
}

/** Whether the roll changed since its people were counted for the contests. */
export async function votersAreStale(db: Database, consultation: string): Promise<boolean> {
  const { rows } = await sql`
    select from rolls r join consultations c on c.id = r.consultation_id
    where c.id = ${consultation} and r.version <> c.voters_version`.execute(db);
  return rows.length > 0;
}

/** Territories in which an account may organise, by name; narrowed to those whose name holds the words, or whose code begins so. */
export async function territoriesToOrganise(
  db: Database,
  account: string,
  words: string,
  most: number,
): Promise<
  readonly { readonly id: string; readonly code: string; readonly name: string; readonly above: string | null }[]
> {
  const { rows } = await sql<{
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly above: string | null;
  }>`
    select t.id, t.code, t.name, a.name as above
    from territories t left join territories a on a.id = t.parent_id
    where exists (select from role_grants g where g.account_id = ${account} and g.role = 'organiser'
        and g.ended_at is null and (g.territory_id is null or t.path @> array[g.territory_id]))
      and (${words} = '' or starts_with(t.code, ${words}) or strpos(lower(t.name), lower(${words})) > 0)
    order by cardinality(t.path), t.name, t.code limit ${most}`.execute(db);
  return rows;
}

/** The name of a territory; undefined if there is none. */
export async function territoryName(db: Database, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ readonly name: string }>`select name from territories where id = ${id}`.execute(db);
  return rows[0]?.name;
}

/** A contest as everyone finds it. */
export interface FoundContest {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly above: string | null;
  readonly status: ContestState;
  readonly options: number;
}

/** Contests whose territory has these words in its name or begins its code with them, by code; and how many there are. */
export async function findContests(
  db: Database,
  consultation: string,
  words: string,
  page: { readonly from: number; readonly most: number },
): Promise<{ readonly found: readonly FoundContest[]; readonly total: number }> {
  const fits = sql`k.consultation_id = ${consultation}
    and (${words} = '' or starts_with(t.code, ${words}) or strpos(lower(t.name), lower(${words})) > 0)`;
  const { rows } = await sql<FoundContest>`
    select k.id, t.code, t.name, a.name as above, k.status, k.standing as options
    from contests k join territories t on t.id = k.territory_id left join territories a on a.id = t.parent_id
    where ${fits} order by t.code collate "C", k.template_id limit ${page.most} offset ${page.from}`.execute(db);
  const counted = await sql<{ readonly total: number }>`
    select count(*)::int as total from contests k join territories t on t.id = k.territory_id where ${fits}`.execute(
    db,
  );
  return { found: rows, total: counted.rows[0]?.total ?? 0 };
}

/**
 * Lets the database look at the tables that many rows were just written to. Until it does, it takes them for nearly empty,
 * and its ways of joining them cost a thousand times as much.
 */
export async function noteBulk(tx: Tx): Promise<void> {
  await sql`analyze territories, contests, envelopes, options`.execute(tx);
}

/** Ids of the contests that are not annulled. */
export async function livingContests(db: Database | Tx, consultation: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select id from contests where consultation_id = ${consultation} and status <> 'annulled'`.execute(db);
  return rows.map(({ id }) => id);
}
