import type { BallotForm, ConsultationState, ContestState } from '@convite/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../persistence/database.ts';

/** All SQL of the booth: it reads, and nothing it reads knows a person. */

const languageMap = z.record(z.string(), z.string());

/** A text in each of the languages of its consultation. */
export type LanguageMap = Readonly<Record<string, string>>;

export interface StoredPaper {
  readonly consultationId: string;
  readonly slug: string;
  readonly title: LanguageMap;
  /** The language in which titles of options are sealed. */
  readonly firstLanguage: string;
  readonly consultation: ConsultationState;
  readonly contest: ContestState;
  readonly territory: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly complaintsUntil: Date | null;
  readonly zone: string;
  readonly currency: string;
  readonly decimals: number;
  readonly isDemo: boolean;
  readonly form: BallotForm;
  readonly most: number;
  readonly mayBeBlank: boolean;
  /** A code by e-mail is asked for beside the letter. */
  readonly asksMailCode: boolean;
  /** The order of options came of a public draw. */
  readonly isOrderDrawn: boolean;
}

/** The paper of a contest, if it belongs to the consultation of that address. */
export async function findPaper(db: Database, slug: string, contest: string): Promise<StoredPaper | undefined> {
  const { rows } = await sql<Omit<StoredPaper, 'title'> & { readonly title: unknown }>`
    select c.id as "consultationId", c.slug, c.title, c.languages[1] as "firstLanguage", c.status as consultation, k.status as contest, t.name as territory,
      c.opens_at as "opensAt", c.closes_at as "closesAt", c.complaints_until as "complaintsUntil", c.zone,
      c.currency, c.decimals, c.is_demo as "isDemo", p.form, p.most, p.may_be_blank as "mayBeBlank",
      exists (select from second_factors f where f.consultation_id = c.id) as "asksMailCode",
      exists (select from order_draws d where d.consultation_id = c.id) as "isOrderDrawn"
    from contests k join consultations c on c.id = k.consultation_id join territories t on t.id = k.territory_id
      join contest_templates p on p.id = k.template_id
    where c.slug = ${slug} and k.id = ${contest}`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { ...row, title: languageMap.parse(row.title) };
}

/** Ids of at most two contests of a consultation that are not annulled; undefined for none of that address, or a draft. */
export async function firstContests(db: Database, slug: string): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ readonly contests: readonly string[] }>`
    select array(
      select k.id::text from contests k where k.consultation_id = c.id and k.status <> 'annulled' order by k.id limit 2
    ) as contests
    from consultations c where c.slug = ${slug} and c.status <> 'draft'`.execute(db);
  return rows[0]?.contests;
}

export interface StoredOption {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** Minor units. */
  readonly cost: bigint | null;
  readonly place: string;
  readonly theme: string;
  /** In further languages of the consultation. */
  readonly titles: LanguageMap;
  readonly summaries: LanguageMap;
  readonly isWithdrawn: boolean;
}

/** The options of a contest by their numbers. */
export async function optionsOnPaper(db: Database, contest: string): Promise<readonly StoredOption[]> {
  const rows = await db
    .selectFrom('options')
    .select(['number', 'title', 'summary', 'cost', 'place', 'theme', 'titles', 'summaries', 'withdrawn_at'])
    .where('contest_id', '=', contest)
    .orderBy('number')
    .execute();
  return rows.map(({ cost, titles, summaries, withdrawn_at, ...row }) => ({
    ...row,
    titles: languageMap.parse(titles),
    summaries: languageMap.parse(summaries),
    cost: cost === null ? null : BigInt(cost),
    isWithdrawn: withdrawn_at !== null,
  }));
}

/** The election of a contest and its trustees, byte for byte as they were published. */
export async function electionRecords(
  db: Database,
  contest: string,
): Promise<{ readonly election: string; readonly trustees: string } | undefined> {
  const rows = await db
    .selectFrom('board_payloads')
    .select('bytes')
    .where('contest_id', '=', contest)
    .where('height', '=', 0)
    .where('place', 'in', [0, 1])
    .orderBy('place')
    .execute();
  const [election, trustees] = rows.map(({ bytes }) => bytes.toString());
  return election === undefined || trustees === undefined ? undefined : { election, trustees };
}

export interface StoredCompanion {
  readonly contest: string;
  readonly name: LanguageMap;
  readonly territory: string;
}

/** More than so many papers at a sitting nobody fills in. */
const mostCompanions = 5;

/** Other open contests of the consultation for everyone on whose roll slice this one's voters stand: its place and above. */
export async function openCompanions(db: Database, contest: string): Promise<readonly StoredCompanion[]> {
  const { rows } = await sql<Omit<StoredCompanion, 'name'> & { readonly name: unknown }>`
    select other.id as contest, p.name, t.name as territory
    from contests k join territories own on own.id = k.territory_id
      join contests other on other.consultation_id = k.consultation_id and other.id <> k.id
        and other.territory_id = any(own.path)
      join territories t on t.id = other.territory_id join contest_templates p on p.id = other.template_id
    where k.id = ${contest} and other.status = 'open'
    order by cardinality(t.path) desc, t.name, other.id limit ${mostCompanions}`.execute(db);
  return rows.map(({ name, ...row }) => ({ ...row, name: languageMap.parse(name) }));
}
