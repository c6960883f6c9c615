import type { ConsultationState } from '@convite/domain';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about a consultation as its preparation sees it, and about who holds its key. */

const languageMap = z.record(z.string(), z.string());

/** A text in each of the languages of its consultation. */
export type LanguageMap = Readonly<Record<string, string>>;

export interface PreparedConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: LanguageMap;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly territory: string;
  readonly status: ConsultationState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Null until it is frozen. */
  readonly roll: { readonly version: number; readonly entries: number; readonly commitment: string } | null;
  /** The public draw of the order of options; null where they stand by their numbers. */
  readonly order: { readonly seed: string } | null;
  /** Contests that are not annulled. */
  readonly contests: number;
  /** Those of them with an election. */
  readonly setUp: number;
}

export const findConsultation = (db: Database | Tx, slug: string): Promise<PreparedConsultation | undefined> =>
  consultationWhere(db, sql`c.slug = ${slug}`);

export const findConsultationById = (db: Database | Tx, id: string): Promise<PreparedConsultation | undefined> =>
  consultationWhere(db, sql`c.id = ${id}`);

async function consultationWhere(
  db: Database | Tx,
  condition: RawBuilder<unknown>,
): Promise<PreparedConsultation | undefined> {
  const { rows } = await sql<
    Omit<PreparedConsultation, 'title' | 'roll' | 'order'> & {
      readonly seed: string | null;
      readonly title: unknown;
      readonly version: number | null;
      readonly entries: number | null;
      readonly commitment: string | null;
    }
  >`
    select c.id, c.slug, c.title, c.languages, c.zone, c.territory_id as territory, c.status, c.opens_at as "opensAt",
      c.closes_at as "closesAt", d.seed, r.frozen_version as version, r.frozen_count as entries, r.commitment,
      (select count(*)::int from contests k where k.consultation_id = c.id and k.status <> 'annulled') as contests,
      (select count(*)::int from contests k join elections e on e.contest_id = k.id
       where k.consultation_id = c.id and k.status <> 'annulled') as "setUp"
    from consultations c left join rolls r on r.consultation_id = c.id
      left join order_draws d on d.consultation_id = c.id where ${condition}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { title, seed, version, entries, commitment, ...rest } = row;
  const isFrozen = version !== null && entries !== null && commitment !== null;
  const order = seed === null ? null : { seed };
  return { ...rest, order, title: languageMap.parse(title), roll: isFrozen ? { version, entries, commitment } : null };
}

/**
 * Holds the preparation of a consultation until the transaction ends: one changes it at a time, and the vote is not opened
 * meanwhile.
 *
 * @returns its state, which stays so.
 */
export async function holdPreparation(tx: Tx, consultation: string): Promise<ConsultationState> {
  const held = tx.selectFrom('consultations').select('status').where('id', '=', consultation).forUpdate();
  return (await held.executeTakeFirstOrThrow()).status;
}

export interface TrusteesRecord {
  readonly text: string;
  readonly hash: string;
  readonly waiver: string | null;
  readonly at: Date;
}

export async function findTrustees(db: Database | Tx, consultation: string): Promise<TrusteesRecord | undefined> {
  const row = await db
    .selectFrom('consultation_trustees')
    .select(['trustees as text', 'hash', 'waiver', 'at'])
    .where('consultation_id', '=', consultation)
    .executeTakeFirst();
  return row;
}

export async function putTrustees(tx: Tx, consultation: string, given: TrusteesRecord): Promise<void> {
  const { text, hash, waiver, at } = given;
  await tx
    .insertInto('consultation_trustees')
    .values({ consultation_id: consultation, trustees: text, hash, waiver, at })
    .onConflict((conflict) => conflict.column('consultation_id').doUpdateSet({ trustees: text, hash, waiver, at }))
    .execute();
}

/** Takes the list of a consultation away. Requires: no election has its key. */
export async function dropTrustees(tx: Tx, consultation: string): Promise<void> {
  await tx.deleteFrom('consultation_trustees').where('consultation_id', '=', consultation).execute();
}

/** Whether trustees hold their ceremony on this site, or have held it. */
export async function hasCeremony(db: Database | Tx, consultation: string): Promise<boolean> {
  const standing = db.selectFrom('ceremonies').select('id').where('consultation_id', '=', consultation);
  return (await standing.where('status', '<>', 'void').executeTakeFirst()) !== undefined;
}

/** The groups that the contests of a consultation use. */
export async function groupsOf(db: Database | Tx, consultation: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('contest_templates')
    .innerJoin('contests', 'contests.template_id', 'contest_templates.id')
    .select('crypto_group')
    .distinct()
    .where('contests.consultation_id', '=', consultation)
    .where('contests.status', '<>', 'annulled')
    .execute();
  return rows.map(({ crypto_group }) => crypto_group);
}
