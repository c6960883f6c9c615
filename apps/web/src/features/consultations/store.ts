import type { Calendar, ConsultationState, Role } from '@convite/domain';
import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import type { ConsultationsTable } from '../../persistence/schema/consultations.ts';
import { type LanguageMap, readLanguageMap } from './stored-forms.ts';

/** All SQL about consultations themselves. */

export interface ConsultationRecord {
  readonly id: string;
  readonly slug: string;
  readonly territory: string;
  readonly title: LanguageMap;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly calendar: Calendar;
  readonly currency: string;
  readonly decimals: number;
  readonly status: ConsultationState;
  readonly isDemo: boolean;
}

const columns = [
  'id',
  'slug',
  'territory_id',
  'title',
  'languages',
  'zone',
  'opens_at',
  'closes_at',
  'complaints_until',
  'currency',
  'decimals',
  'status',
  'is_demo',
] as const;

type Row = Pick<Selectable<ConsultationsTable>, (typeof columns)[number]>;

const toRecord = (row: Row): ConsultationRecord => ({
  id: row.id,
  slug: row.slug,
  territory: row.territory_id,
  title: readLanguageMap(row.title),
  languages: row.languages,
  zone: row.zone,
  calendar: {
    voting: { opensAt: row.opens_at.getTime(), closesAt: row.closes_at.getTime() },
    complaintsUntil: row.complaints_until?.getTime() ?? null,
  },
  currency: row.currency,
  decimals: row.decimals,
  status: row.status,
  isDemo: row.is_demo,
});

const instants = ({ voting, complaintsUntil }: Calendar) => ({
  opens_at: new Date(voting.opensAt),
  closes_at: new Date(voting.closesAt),
  complaints_until: complaintsUntil === null ? null : new Date(complaintsUntil),
});

/** @returns false when another consultation has this slug. */
export async function putConsultation(
  tx: Tx,
  { territory, calendar, title, isDemo, ...rest }: ConsultationRecord,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consultations')
    .values({
      ...rest,
      territory_id: territory,
      title: JSON.stringify(title),
      ...instants(calendar),
      is_demo: isDemo,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findConsultation(db: Database | Tx, slug: string): Promise<ConsultationRecord | undefined> {
  const row = await db.selectFrom('consultations').select(columns).where('slug', '=', slug).executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** The same by its id, held until the transaction ends: whoever changes anything of a consultation waits in line here. */
export async function holdConsultation(tx: Tx, id: string): Promise<ConsultationRecord | undefined> {
  const row = await tx.selectFrom('consultations').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : toRecord(row);
}

/** Votes that are open, and when each ends. */
export async function openConsultations(
  db: Database | Tx,
): Promise<readonly { readonly id: string; readonly closesAt: Date }[]> {
  return await db
    .selectFrom('consultations')
    .select(['id', 'closes_at as closesAt'])
    .where('status', '=', 'open')
    .execute();
}

/** Consultations that everyone may see, those that close last first. */
export async function publicConsultations(db: Database, most: number): Promise<readonly ConsultationRecord[]> {
  const rows = await db
    .selectFrom('consultations')
    .select(columns)
    .where('status', '!=', 'draft')
    .orderBy('closes_at', 'desc')
    .orderBy('slug')
    .limit(most)
    .execute();
  return rows.map(toRecord);
}

/** Territories in which an account holds one of these roles; `null` among them: the whole installation. */
export async function territoriesOfRoles(
  db: Database,
  account: string,
  roles: readonly Role[],
): Promise<readonly { readonly role: Role; readonly territory: string | null; readonly path: readonly string[] }[]> {
  const { rows } = await sql<{
    readonly role: Role;
    readonly territory: string | null;
    readonly path: readonly string[];
  }>`
    select g.role, g.territory_id as territory, coalesce(t.path, '{}')::text[] as path
    from role_grants g left join territories t on t.id = g.territory_id
    where g.account_id = ${account} and g.role = any(${[...roles]}) and g.ended_at is null`.execute(db);
  return rows;
}

/** Ids of a territory and of all above it. */
export async function pathOf(db: Database, territory: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly path: readonly string[] }>`
    select path::text[] as path from territories where id = ${territory}`.execute(db);
  return rows[0]?.path ?? [];
}

export async function setCalendar(tx: Tx, id: string, calendar: Calendar, zone: string): Promise<void> {
  await tx
    .updateTable('consultations')
    .set({ ...instants(calendar), zone })
    .where('id', '=', id)
    .execute();
}

export async function setTitle(tx: Tx, id: string, title: LanguageMap, languages: readonly string[]): Promise<void> {
  await tx
    .updateTable('consultations')
    .set({ title: JSON.stringify(title), languages: [...languages] })
    .where('id', '=', id)
    .execute();
}

/** Gives every envelope and template a name in exactly these languages: where it has none, the one that it has in its first. */
export async function nameInLanguages(tx: Tx, id: string, languages: readonly string[]): Promise<void> {
  for (const table of ['envelopes', 'contest_templates'] as const) {
    await sql`
      update ${sql.table(table)} named set name = (
        select json_object_agg(language, coalesce(named.name ->> language, first) order by place)
        from unnest(${[...languages]}::text[]) with ordinality as l (language, place)
          cross join (select value as first from json_each_text(named.name) limit 1) f)
      where consultation_id = ${id}`.execute(tx);
  }
}

export async function setUnit(tx: Tx, id: string, currency: string, decimals: number): Promise<void> {
  await tx.updateTable('consultations').set({ currency, decimals }).where('id', '=', id).execute();
}

export async function setStatus(tx: Tx, id: string, status: ConsultationState): Promise<void> {
  await tx.updateTable('consultations').set({ status }).where('id', '=', id).execute();
}

/** A line of the trail that everyone may read. */
export interface PublicLine {
  readonly event: string;
  readonly happenedAt: Date;
  readonly reason: string | null;
  readonly details: unknown;
}

/**
 * What was done in public to a consultation or to one of its contests, the oldest first. Of what was done to many contests
 * together, the line of the consultation alone.
 */
export async function publicLines(
  db: Database,
  consultation: string,
  events: readonly string[],
): Promise<readonly PublicLine[]> {
  const { rows } = await sql<PublicLine>`
    select event, happened_at as "happenedAt", reason, details from audit_trail
    where is_public and event = any(${[...events]}) and details->'together' is null and (subject = ${consultation}
      or subject in (select id::text from contests where consultation_id = ${consultation}))
    order by number`.execute(db);
  return rows;
}

/** Whether the roll of a consultation stands under its commitment. */
export async function isRollFrozen(db: Database | Tx, consultation: string): Promise<boolean> {
  const { rows } = await sql`select from rolls where consultation_id = ${consultation} and status = 'frozen'`.execute(
    db,
  );
  return rows.length > 0;
}

/** The line of the trail by which a consultation was annulled, and what of it was public before. */
export interface AnnulmentLine {
  readonly at: Date;
  readonly reason: string;
  /** Who proposed it, and who agreed. */
  readonly people: readonly string[];
  /** Its rules were frozen: everyone had read what was put to the vote. */
  readonly hadFrozen: boolean;
  /** A result was published, whose file everyone may still download. */
  readonly hasArchive: boolean;
}

export async function annulmentOf(db: Database, consultation: string): Promise<AnnulmentLine | undefined> {
  const { rows } = await sql<AnnulmentLine>`
    select l.happened_at as at, coalesce(l.reason, '') as reason, array_remove(array[p.name, a.name], null) as people,
      exists (select from contest_templates where consultation_id = ${consultation}::uuid and rule_hash is not null)
        as "hadFrozen",
      exists (select from result_archives where consultation_id = ${consultation}::uuid and status = 'published')
        as "hasArchive"
    from audit_trail l left join accounts a on a.id = l.actor
      left join accounts p on p.id::text = l.details->>'proposed_by'
    where l.event = 'consultation.annul' and l.subject = ${consultation} and l.is_public
    order by l.number desc limit 1`.execute(db);
  return rows[0];
}
