import type { RuledOption } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import { type LanguageMap, readLanguageMap, readMinorUnits } from './stored-forms.ts';

/** All SQL about options. */

/** An option as it is imported. */
export interface NewOption {
  readonly contest: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly cost: bigint | null;
  readonly place: string;
  readonly theme: string;
  /** In further languages of the consultation. */
  readonly titles: LanguageMap;
  readonly summaries: LanguageMap;
}

export interface OptionRecord extends RuledOption, Omit<NewOption, 'contest'> {}

/** The contests of a template by the codes of their territories. */
export async function contestsByCode(tx: Tx, template: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ readonly code: string; readonly id: string }>`
    select t.code, k.id from contests k join territories t on t.id = k.territory_id
    where k.template_id = ${template} and k.status in ('draft', 'ready')`.execute(tx);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** Rows that go to the database at once. */
const atOnce = 5000;

/**
 * Makes the options of every contest that is named exactly these. One that stays as it was keeps its approval; one that
 * changed must be approved again.
 */
export async function replaceOptions(tx: Tx, options: readonly NewOption[]): Promise<void> {
  const contests = [...new Set(options.map(({ contest }) => contest))];
  await sql`
    delete from options o
    where o.contest_id = any(${contests}::uuid[]) and not exists (
      select from unnest(${options.map(({ contest }) => contest)}::uuid[], ${options.map(({ number }) => number)}::int[])
        as row (contest, number)
      where row.contest = o.contest_id and row.number = o.number)`.execute(tx);
  for (let from = 0; from < options.length; from += atOnce) await putOptions(tx, options.slice(from, from + atOnce));
  await sql`update contests set status = 'draft' where id = any(${contests}::uuid[]) and status = 'ready'`.execute(tx);
}

async function putOptions(tx: Tx, options: readonly NewOption[]): Promise<void> {
  const column = <K extends keyof NewOption>(name: K): readonly NewOption[K][] => options.map((option) => option[name]);
  await sql`
    insert into options (contest_id, number, title, summary, cost, place, theme, titles, summaries)
    select contest, number, title, summary, cost, place, theme, titles::jsonb, summaries::jsonb from unnest(
      ${column('contest')}::uuid[], ${column('number')}::int[], ${column('title')}::text[],
      ${column('summary')}::text[], ${column('cost').map((cost) => (cost === null ? null : String(cost)))}::numeric[],
      ${column('place')}::text[], ${column('theme')}::text[],
      ${column('titles').map((texts) => JSON.stringify(texts))}::text[],
      ${column('summaries').map((texts) => JSON.stringify(texts))}::text[])
      as row (contest, number, title, summary, cost, place, theme, titles, summaries)
    on conflict (contest_id, number) do update set
      title = excluded.title, summary = excluded.summary, cost = excluded.cost, place = excluded.place,
      theme = excluded.theme, titles = excluded.titles, summaries = excluded.summaries, approved_by = null, approved_at = null
    where (options.title, options.summary, options.cost, options.place, options.theme,
      options.titles, options.summaries) is distinct from
      (excluded.title, excluded.summary, excluded.cost, excluded.place, excluded.theme, excluded.titles,
        excluded.summaries)`.execute(tx);
}

/** Takes one option out of a contest. */
export async function removeOption(tx: Tx, contest: string, number: number): Promise<void> {
  await tx.deleteFrom('options').where('contest_id', '=', contest).where('number', '=', number).execute();
  await sql`update contests set status = 'draft' where id = ${contest} and status = 'ready'`.execute(tx);
}

/** The options of a contest, by number. */
export async function optionsOf(db: Database | Tx, contest: string): Promise<readonly OptionRecord[]> {
  const rows = await db
    .selectFrom('options')
    .select([
      'number',
      'title',
      'summary',
      'cost',
      'place',
      'theme',
      'titles',
      'summaries',
      'approved_at',
      'withdrawn_at',
    ])
    .where('contest_id', '=', contest)
    .orderBy('number')
    .execute();
  return rows.map(({ cost, titles, summaries, approved_at, withdrawn_at, ...row }) => ({
    ...row,
    titles: readLanguageMap(titles),
    summaries: readLanguageMap(summaries),
    cost: cost === null ? null : readMinorUnits(cost),
    isApproved: approved_at !== null,
    isWithdrawn: withdrawn_at !== null,
  }));
}

/** Approves every option of these contests that waits for it. @returns how many. */
export async function approveOptions(
  tx: Tx,
  consultation: string,
  contests: readonly string[],
  by: string,
  now: Date,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update options o set approved_by = ${by}, approved_at = ${now}
    from contests k
    where k.id = o.contest_id and k.consultation_id = ${consultation} and k.id = any(${[...contests]}::uuid[])
      and k.status in ('draft', 'ready') and o.approved_at is null and o.withdrawn_at is null`.execute(tx);
  return Number(numAffectedRows);
}

/** Leaves the number of an option empty for good. */
export async function withdrawOption(tx: Tx, contest: string, number: number, now: Date): Promise<void> {
  await tx
    .updateTable('options')
    .set({ withdrawn_at: now })
    .where('contest_id', '=', contest)
    .where('number', '=', number)
    .execute();
}

/** Every option of these contests with the code of its territory, by code and number. */
export async function optionsOfMany(
  db: Database,
  consultation: string,
  contests: readonly string[],
): Promise<readonly (OptionRecord & { readonly code: string; readonly contest: string })[]> {
  const { rows } = await sql<
    Omit<OptionRecord, 'cost' | 'titles' | 'summaries'> & {
      readonly code: string;
      readonly contest: string;
      readonly cost: string | null;
      readonly titles: unknown;
      readonly summaries: unknown;
    }
  >`
    select t.code, k.id as contest, o.number, o.title, o.summary, o.cost, o.place, o.theme, o.titles, o.summaries,
      o.approved_at is not null as "isApproved",
      o.withdrawn_at is not null as "isWithdrawn"
    from contests k join territories t on t.id = k.territory_id join options o on o.contest_id = k.id
    where k.consultation_id = ${consultation} and k.id = any(${[...contests]}::uuid[])
    order by t.code collate "C", k.id, o.number`.execute(db);
  return rows.map(({ cost, titles, summaries, ...row }) => ({
    ...{ ...row, titles: readLanguageMap(titles), summaries: readLanguageMap(summaries) },
    cost: cost === null ? null : readMinorUnits(cost),
  }));
}

/** Whether a consultation has options, and in which further languages they say something. */
export async function languagesOfOptions(
  tx: Tx,
  consultation: string,
): Promise<{ readonly hasOptions: boolean; readonly further: readonly string[] }> {
  const { rows } = await sql<{ readonly hasOptions: boolean; readonly further: readonly string[] }>`
    select count(*) > 0 as "hasOptions", array(
      select distinct language from options o join contests k on k.id = o.contest_id,
        jsonb_object_keys(o.titles || o.summaries) as language
      where k.consultation_id = ${consultation} order by language
    ) as further
    from options o join contests k on k.id = o.contest_id where k.consultation_id = ${consultation}`.execute(tx);
  return rows[0] ?? { hasOptions: false, further: [] };
}
