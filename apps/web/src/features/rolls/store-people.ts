import type { PersonKey, ProofType, RollEntry } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about single people of a roll, and the territories that they may be of. */

/** The territory of that code, if it is the given one or below it. */
export async function findPart(db: Database | Tx, above: string, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from territories where code = ${code} and path @> array[${above}::uuid]`.execute(db);
  return rows[0]?.id;
}

/** A territory and all below it. */
export async function territoriesOf(
  db: Database | Tx,
  part: string,
): Promise<readonly { readonly id: string; readonly code: string }[]> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from territories where path @> array[${part}::uuid] order by code`.execute(db);
  return rows;
}

export interface EntryRecord extends RollEntry {
  readonly id: string;
}

const entryColumns = sql`e.id, e.name, to_char(e.birth_date, 'YYYY-MM-DD') as "birthDate", t.code as territory, e.document,
  e.proof, e.email, e.language, e.told_apart as "toldApart"`;

const piece = 2000;

/** Everybody who is on the roll now, or of them those of a part, in no order that says anything, piece by piece. */
export async function* currentEntries(
  db: Database | Tx,
  consultation: string,
  part: string | null = null,
): AsyncGenerator<readonly EntryRecord[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<EntryRecord>`
      select ${entryColumns} from roll_entries e join territories t on t.id = e.territory_id
      where e.consultation_id = ${consultation} and e.until_version is null and e.id > ${after}::uuid
        and (${part}::uuid is null or t.path @> array[${part}::uuid])
      order by e.id limit ${piece}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

export interface ChangedEntry {
  readonly change: 'added' | 'removed' | 'changed';
  readonly name: string;
  readonly birthDate: string;
  readonly territory: string;
  /** Of a changed entry: the territory before. */
  readonly before: string | null;
}

/** Whom a version added, removed and changed; the first by name. */
export async function changesOf(
  db: Database,
  consultation: string,
  version: number,
  most: number,
): Promise<readonly ChangedEntry[]> {
  const { rows } = await sql<ChangedEntry>`
    with began as (select * from roll_entries where consultation_id = ${consultation} and since_version = ${version}),
      ended as (select * from roll_entries where consultation_id = ${consultation} and until_version = ${version})
    select case when e.id is null then 'added' when s.id is null then 'removed' else 'changed' end as change,
      coalesce(s.name, e.name) as name, to_char(coalesce(s.birth_date, e.birth_date), 'YYYY-MM-DD') as "birthDate",
      coalesce(t.name, b.name) as territory, case when s.id is not null then b.name end as before
    from began s full join ended e on e.normal_name = s.normal_name and e.birth_date = s.birth_date
        and e.normal_apart = s.normal_apart
      left join territories t on t.id = s.territory_id left join territories b on b.id = e.territory_id
    order by change, coalesce(s.normal_name, e.normal_name) limit ${most}`.execute(db);
  return rows;
}

/** A line of what a version changed, with codes of territories as files have them. */
export interface ChangedLine {
  readonly id: string;
  readonly change: ChangedEntry['change'];
  readonly name: string;
  readonly birthDate: string;
  readonly toldApart: string;
  readonly territory: string;
  /** Of a changed entry: the territory before. */
  readonly before: string | null;
}

const changesAtOnce = 10_000;

/** Everybody whom a version added, changed and removed, in no order that says anything, piece by piece. */
export async function* everyChange(
  db: Database,
  consultation: string,
  version: number,
): AsyncGenerator<readonly ChangedLine[]> {
  const isSame = sql`e.consultation_id = s.consultation_id and e.normal_name = s.normal_name
    and e.birth_date = s.birth_date and e.normal_apart = s.normal_apart`;
  const columns = (of: 's' | 'e') => sql`${sql.ref(`${of}.id`)} as id, ${sql.ref(`${of}.name`)} as name,
    to_char(${sql.ref(`${of}.birth_date`)}, 'YYYY-MM-DD') as "birthDate", ${sql.ref(`${of}.told_apart`)} as "toldApart"`;
  yield* byId((after) =>
    sql<ChangedLine>`
      select ${columns('s')}, case when e.id is null then 'added' else 'changed' end as change, t.code as territory,
        b.code as before
      from (select * from roll_entries where consultation_id = ${consultation} and since_version = ${version}
          and id > ${after}::uuid order by id limit ${changesAtOnce}) s
        join territories t on t.id = s.territory_id
        left join roll_entries e on ${isSame} and e.until_version = ${version}
        left join territories b on b.id = e.territory_id
      order by s.id`.execute(db),
  );
  yield* byId((after) =>
    sql<ChangedLine>`
      select ${columns('e')}, 'removed' as change, t.code as territory, null as before
      from roll_entries e join territories t on t.id = e.territory_id
      where e.consultation_id = ${consultation} and e.until_version = ${version} and e.id > ${after}::uuid
        and not exists (select from roll_entries s where s.since_version = ${version} and ${isSame})
      order by e.id limit ${changesAtOnce}`.execute(db),
  );
}

async function* byId(
  read: (after: string) => Promise<{ readonly rows: readonly ChangedLine[] }>,
): AsyncGenerator<readonly ChangedLine[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await read(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

/** Adds one person to the newest version. @returns false if the person, or the document, is on the roll already. */
export async function addEntry(
  tx: Tx,
  consultation: string,
  entry: RollEntry & { readonly id: string; readonly territoryId: string },
  key: PersonKey,
  version: number,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('roll_entries')
    .values({
      id: entry.id,
      consultation_id: consultation,
      territory_id: entry.territoryId,
      name: entry.name,
      normal_name: key.normalName,
      birth_date: entry.birthDate,
      told_apart: entry.toldApart,
      normal_apart: key.toldApart,
      document: entry.document,
      normal_document: key.normalDocument,
      proof: entry.proof,
      email: entry.email,
      language: entry.language,
      since_version: version,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One more person of a territory. */
export async function raiseSize(tx: Tx, consultation: string, territory: string): Promise<void> {
  await sql`
    insert into roll_sizes (consultation_id, territory_id, people) values (${consultation}, ${territory}, 1)
    on conflict (consultation_id, territory_id) do update set people = roll_sizes.people + 1`.execute(tx);
}

/**
 * The contests in which people of a territory vote and for which no spare credential is left: each addition and each
 * replaced letter takes one.
 */
export async function contestsWithoutSpares(
  tx: Tx,
  consultation: string,
  territory: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select t.name from contests k join territories t on t.id = k.territory_id
    where k.consultation_id = ${consultation} and k.status <> 'annulled'
      and k.territory_id = any((select path from territories where id = ${territory})::uuid[])
      and (select count(*) filter (where p.kind = 'spare') - count(p.voided_at) from public_credentials p
           where p.contest_id = k.id)
        <= (select count(*) from roll_entries e join roll_versions v
              on v.consultation_id = e.consultation_id and v.version = e.since_version and v.kind = 'addition'
            join territories own on own.id = e.territory_id
            where e.consultation_id = ${consultation} and e.until_version is null and own.path @> array[k.territory_id])
    order by t.name`.execute(tx);
  return rows.map(({ name }) => name);
}

export interface AskedEntry {
  readonly id: string;
  readonly territory: string;
  readonly proof: ProofType;
  /** Null while the person is on the roll; else the version that ended the entry. */
  readonly untilVersion: number | null;
}

/** The newest entry of a person who shows a document; of people who were taken off the roll too. */
export async function entryByDocument(
  db: Database,
  consultation: string,
  { normalName, birthDate, normalDocument }: PersonKey,
): Promise<AskedEntry | undefined> {
  const { rows } = await sql<AskedEntry>`
    select e.id, e.territory_id as territory, e.proof, e.until_version as "untilVersion" from roll_entries e
    where e.consultation_id = ${consultation} and e.normal_name = ${normalName} and e.birth_date = ${birthDate}::date
      and e.normal_document = ${normalDocument}
    order by e.until_version desc nulls first limit 1`.execute(db);
  return rows[0];
}

/** The contests of a consultation in which people of a territory vote, or would: by the name of their territory. */
export async function contestsOf(
  db: Database,
  consultation: string,
  territory: string | null,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select k.id, t.name from contests k join territories t on t.id = k.territory_id
    where k.consultation_id = ${consultation} and k.status <> 'annulled'
      and k.territory_id = any((select path from territories where id = ${territory}::uuid)::uuid[])
    order by cardinality(t.path) desc, t.name`.execute(db);
  return rows;
}

/** Notes a question, unless one of its places has asked too often since then. @returns whether it may be answered. */
export async function noteQuestion(
  tx: Tx,
  places: readonly { readonly place: string; readonly most: number }[],
  since: Date,
  now: Date,
): Promise<boolean> {
  await sql`delete from roll_questions where asked_at < ${since}`.execute(tx);
  for (const { place, most } of places) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(tx);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from roll_questions where place = ${place} and asked_at >= ${since}`.execute(tx);
    if ((rows[0]?.count ?? 0) >= most) return false;
  }
  for (const { place } of places) await tx.insertInto('roll_questions').values({ place, asked_at: now }).execute();
  return true;
}

const linesAtOnce = 10_000;

/** Everybody who is on the roll now, by what a commitment fixes alone: lines of JSON, many at a time. */
export async function* committedLines(
  db: Database,
  consultation: string,
): AsyncGenerator<{ readonly lines: string; readonly count: number }> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await sql<{ readonly lines: string | null; readonly last: string | null; readonly count: number }>`
      select string_agg(json_build_object('name', e.name, 'birthDate', to_char(e.birth_date, 'YYYY-MM-DD'),
          'territory', e.code, 'document', e.document, 'proof', e.proof, 'toldApart', e.told_apart)::text, E'\\n') || E'\\n'
        as lines, max(e.id::text) as last, count(*)::int as count
      from (
        select e.*, t.code from roll_entries e join territories t on t.id = e.territory_id
        where e.consultation_id = ${consultation} and e.until_version is null and e.id > ${after}::uuid
        order by e.id limit ${linesAtOnce}
      ) e`.execute(db);
    const [row] = rows;
    if (row === undefined || row.lines === null || row.last === null) return;
    yield { lines: row.lines, count: row.count };
    after = row.last;
  }
}

/** Whether the person, or the document, is on the roll now. */
export async function isOnRoll(tx: Tx, consultation: string, key: PersonKey): Promise<boolean> {
  const { rows } = await sql`
    select from roll_entries where consultation_id = ${consultation} and until_version is null and (
      (normal_name = ${key.normalName} and birth_date = ${key.birthDate}::date and normal_apart = ${key.toldApart})
      or normal_document = ${key.normalDocument}) limit 1`.execute(tx);
  return rows.length > 0;
}
