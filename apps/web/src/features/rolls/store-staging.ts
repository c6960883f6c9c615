import type { Eligibility, RepeatProblem } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import { problemsAtOnce } from '../../persistence/problem-lists.ts';
import { bornUntil } from './store.ts';
import type { Compared, ImportRecord } from './store-imports.ts';

/** SQL about the lines of a file, read and checked, before they become a version. All of it works on sets. */

type Staged = Pick<ImportRecord, 'id' | 'consultation' | 'part' | 'isWhole'>;

/** Sorting and joining a million lines in memory, not on disk. */
const roomForWork = sql`set local work_mem = '96MB'`;

export async function makeRoom(tx: Tx): Promise<void> {
  await roomForWork.execute(tx);
}

export async function dropStaged(db: Database | Tx, id: string): Promise<void> {
  await sql`delete from roll_staging where import_id = ${id}`.execute(db);
}

/** Stores a piece: arrays of PostgreSQL, one for each column in the order of `stagedColumns`. */
export async function putStaged(db: Database | Tx, id: string, columns: readonly string[]): Promise<void> {
  const [line, territory, name, normal, birth, apart, normalApart, document, normalDocument, proof, email, language] =
    columns;
  await sql`
    insert into roll_staging (import_id, line, territory_id, name, normal_name, birth_date, told_apart, normal_apart,
      document, normal_document, proof, email, language)
    select ${id}::uuid, * from unnest(${line}::integer[], ${territory}::uuid[], ${name}::text[], ${normal}::text[],
      ${birth}::date[], ${apart}::text[], ${normalApart}::text[], ${document}::text[], ${normalDocument}::text[],
      ${proof}::text[], ${email}::text[], ${language}::text[])`.execute(db);
}

/** Tells the database what was just stored: guessing, it would compare every line with every other. */
export async function surveyStaged(db: Database | Tx): Promise<void> {
  await sql`analyze roll_staging`.execute(db);
}

export async function countStaged(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from roll_staging where import_id = ${id}`.execute(tx);
  return rows[0]?.count ?? 0;
}

const samePerson = sql`e.normal_name = s.normal_name and e.birth_date = s.birth_date and e.normal_apart = s.normal_apart`;

/** Current entries that the file replaces. */
const inPart = ({ consultation, part, isWhole }: Staged): ReturnType<typeof sql> =>
  isWhole
    ? sql`e.consultation_id = ${consultation} and e.until_version is null`
    : sql`e.consultation_id = ${consultation} and e.until_version is null and e.territory_id in (
        select id from territories where path @> array[${part}::uuid])`;

/** Lines whose key an earlier line has, with what is told of each. */
const repeated = (
  id: string,
  type: RepeatProblem['type'],
  key: ReturnType<typeof sql>,
  where: ReturnType<typeof sql>,
): ReturnType<typeof sql> =>
  // The keys as numbers first, for a million texts are many times as long; equal numbers are then compared as texts.
  sql`(
    with doubtful as (
      select hash_record_extended(row(${key}), 0) as number from roll_staging s
      where s.import_id = ${id} and ${where} group by number having count(*) > 1
    ), repeated as (
      select s.line, min(s.line) over (partition by ${key}) as first from roll_staging s
      where s.import_id = ${id} and ${where}
        and hash_record_extended(row(${key}), 0) in (select number from doubtful))
    select line, ${type}::text as type, json_build_object('type', ${type}::text, 'first', first) as problem
    from repeated where line <> first)`;

/** Lines that name somebody who is on the roll elsewhere, which the file does not replace. */
const elsewhere = ({ id, consultation, part }: Staged): ReturnType<typeof sql> => sql`(
  with outside as (
    select e.*, t.name as place from roll_entries e join territories t on t.id = e.territory_id
    where e.consultation_id = ${consultation} and e.until_version is null and not t.path @> array[${part}::uuid]
  ), found as (
    select s.line, e.place from roll_staging s join outside e on ${samePerson} where s.import_id = ${id}
    union
    select s.line, e.place from roll_staging s join outside e on e.normal_document = s.normal_document
    where s.import_id = ${id})
  select line, 'elsewhere' as type, json_build_object('type', 'elsewhere', 'territory', place) as problem from found)`;

/** Lines of people whom the rule, as it is now, would not let vote. It may be another one than when they were read. */
const notEligible = ({ id }: Staged, rule: Eligibility): ReturnType<typeof sql> => sql`(
  select line, type, case type when 'born_later' then json_build_object('type', type)
    else json_build_object('type', type, 'age', age, 'minimum', ${rule.minimumAge}::int) end as problem
  from (
    select s.line, case when s.birth_date > ${rule.ageOn}::date then 'born_later' else 'too_young' end as type,
      extract(year from ${rule.ageOn}::date)::int - extract(year from s.birth_date)::int
        - (to_char(s.birth_date, 'MM-DD') > to_char(${rule.ageOn}::date, 'MM-DD'))::int as age
    from roll_staging s where s.import_id = ${id} and s.birth_date > ${bornUntil(rule)}) born
  union all
  select s.line, 'proof_not_accepted', json_build_object('type', 'proof_not_accepted', 'proof', s.proof)
  from roll_staging s where s.import_id = ${id} and not s.proof = any(${[...rule.proofs]}))`;

/**
 * Adds to a list, which is there and empty, the lines that name the person or the document of an earlier one.
 *
 * @returns how many were found, with those of `listChangedProblems`, which it adds too.
 */
export async function listStagedProblems(tx: Tx, staged: Staged, eligibility: Eligibility): Promise<number> {
  const { id } = staged;
  const person = repeated(id, 'repeated_person', sql`s.normal_name, s.birth_date, s.normal_apart`, sql`true`);
  const document = repeated(id, 'repeated_document', sql`s.normal_document`, sql`s.normal_document is not null`);
  return await list(tx, id, sql`${person} union all ${document} union all ${changed(staged, eligibility)}`);
}

/**
 * The same of what may be wrong in a file that was right when it was read, because rule or roll changed since: people whom
 * the rule does not let vote any more, and people who came onto the roll elsewhere.
 */
export const listChangedProblems = (tx: Tx, staged: Staged, eligibility: Eligibility): Promise<number> =>
  list(tx, staged.id, changed(staged, eligibility));

const changed = (staged: Staged, eligibility: Eligibility): ReturnType<typeof sql> =>
  staged.isWhole
    ? notEligible(staged, eligibility)
    : sql`${notEligible(staged, eligibility)} union all ${elsewhere(staged)}`;

async function list(tx: Tx, id: string, found: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    with numbered as (
      select line, problem, row_number() over (order by line, type, problem::text collate "C") - 1 as place
      from (${found}) found
    ), placed as (
      select line, problem, place, place / ${problemsAtOnce} as piece from numbered
    ), pieces as (
      insert into problem_pieces (list_id, number, problems)
      select ${id}, piece, json_agg(json_build_object('line', line, 'problem', problem) order by place)
      from placed group by piece
      returning json_array_length(problems) as problems)
    select coalesce(sum(problems), 0)::int as count from pieces`.execute(tx);
  return rows[0]?.count ?? 0;
}

const says = sql`(s.name, s.territory_id, s.told_apart, s.document, s.proof, s.email, s.language)
  is not distinct from (e.name, e.territory_id, e.told_apart, e.document, e.proof, e.email, e.language)`;

/** What the file would change in what it replaces. */
export async function compareStaged(tx: Tx, staged: Staged): Promise<Omit<Compared, 'version'>> {
  const { rows } = await sql<Omit<Compared, 'version'>>`
    select count(*) filter (where e.id is null)::int as added,
      count(*) filter (where s.line is null)::int as removed,
      count(*) filter (where e.id is not null and s.line is not null and not (${says}))::int as changed,
      count(*) filter (where e.id is not null and s.line is not null and ${says})::int as same
    from (select * from roll_staging where import_id = ${staged.id}) s
      full join (select * from roll_entries e where ${inPart(staged)}) e on ${samePerson}`.execute(tx);
  return rows[0] ?? { added: 0, removed: 0, changed: 0, same: 0 };
}

/** Makes the file the newest version of what it replaces: entries that it lacks or changes end, its others begin. */
export async function applyStaged(tx: Tx, staged: Staged, version: number): Promise<void> {
  await sql`
    update roll_entries e set until_version = ${version}
    where ${inPart(staged)} and not exists (
      select from roll_staging s where s.import_id = ${staged.id} and ${samePerson} and ${says})`.execute(tx);
  await sql`
    insert into roll_entries (id, consultation_id, territory_id, name, normal_name, birth_date, told_apart, normal_apart,
      document, normal_document, proof, email, language, since_version)
    select gen_random_uuid(), ${staged.consultation}, s.territory_id, s.name, s.normal_name, s.birth_date, s.told_apart,
      s.normal_apart, s.document, s.normal_document, s.proof, s.email, s.language, ${version}
    from roll_staging s
      left join (select * from roll_entries e where ${inPart(staged)}) e on ${samePerson}
    where s.import_id = ${staged.id} and e.id is null`.execute(tx);
  await sql`analyze roll_entries`.execute(tx);
}
