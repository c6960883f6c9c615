import type { ConsultationState, ContestState } from '@convite/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import { programsSubject } from '../../persistence/audit.ts';
import type { Database, Tx } from '../../persistence/database.ts';

/** All SQL for observers: what is published of a consultation, wherever it was written. */

const languageMap = z.record(z.string(), z.string());

export interface ObservedConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly zone: string;
  readonly status: ConsultationState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly complaintsUntil: Date | null;
}

/** A consultation that everyone may see: not while it is being written. */
export async function findObserved(db: Database, slug: string): Promise<ObservedConsultation | undefined> {
  const row = await db
    .selectFrom('consultations')
    .select(['id', 'slug', 'title', 'zone', 'status'])
    .select(['opens_at as opensAt', 'closes_at as closesAt', 'complaints_until as complaintsUntil'])
    .where('slug', '=', slug)
    .where('status', '<>', 'draft')
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, title: languageMap.parse(row.title) };
}

export interface FrozenRule {
  readonly name: Readonly<Record<string, string>>;
  readonly hash: string;
}

export async function frozenRules(db: Database, consultation: string): Promise<readonly FrozenRule[]> {
  const rows = await db
    .selectFrom('contest_templates')
    .select(['name', 'rule_hash as hash'])
    .where('consultation_id', '=', consultation)
    .where('rule_hash', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ name, hash }) => (hash === null ? [] : [{ name: languageMap.parse(name), hash }]));
}

/** When something happened to the consultation itself for the last time, by the name of the event. */
export async function publicMoments(db: Database, consultation: string): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ readonly event: string; readonly at: Date }>`
    select event, max(happened_at) as at from audit_trail where subject = ${consultation} and is_public
    group by event`.execute(db);
  return new Map(rows.map(({ event, at }) => [event, at]));
}

export interface FrozenRoll {
  readonly version: number;
  readonly people: number;
  readonly commitment: string;
  readonly at: Date;
  readonly additions: number;
}

export async function frozenRoll(db: Database, consultation: string): Promise<FrozenRoll | undefined> {
  const { rows } = await sql<FrozenRoll>`
    select frozen_version as version, frozen_count as people, commitment, frozen_at as at,
      (select count(*)::int from roll_versions v where v.consultation_id = r.consultation_id and v.kind = 'addition')
        as additions
    from rolls r where consultation_id = ${consultation} and status = 'frozen'`.execute(db);
  return rows[0];
}

export interface PublishedTrustees {
  readonly text: string;
  readonly hash: string;
  readonly waiver: string | null;
  readonly at: Date;
  /** Messages of the ceremony that made this list; 0 where it was held elsewhere. */
  readonly messages: number;
  readonly rehearsed: number;
  /** The last day whose test ballot was opened, as YYYY-MM-DD. */
  readonly openedOn: string | null;
  readonly rehearsedAt: Date | null;
}

export async function publishedTrustees(db: Database, consultation: string): Promise<PublishedTrustees | undefined> {
  const { rows } = await sql<PublishedTrustees>`
    select l.trustees as text, l.hash, l.waiver, l.at,
      (select count(*)::int from ceremony_messages m join ceremonies c on c.id = m.ceremony_id
        where c.consultation_id = l.consultation_id and c.list_hash = l.hash and c.status <> 'void') as messages,
      count(distinct r.owner)::int as rehearsed, max(r.brought_at) as "rehearsedAt",
      to_char(max(r.day) filter (where r.opened), 'YYYY-MM-DD') as "openedOn"
    from consultation_trustees l
      left join rehearsals r on r.consultation_id = l.consultation_id and r.list_hash = l.hash
    where l.consultation_id = ${consultation}
    group by l.consultation_id`.execute(db);
  return rows[0];
}

export interface PublishedCredentials {
  readonly credentials: number;
  readonly spares: number;
  readonly order: string;
  readonly upload: string;
  readonly at: Date;
}

export async function publishedCredentials(
  db: Database,
  consultation: string,
): Promise<PublishedCredentials | undefined> {
  const { rows } = await sql<PublishedCredentials>`
    select credentials, spares, order_hash as order, source_hash as upload, finished_at as at
    from credential_uploads where consultation_id = ${consultation} and status = 'set_up'`.execute(db);
  return rows[0];
}

/** Contests by their state, with what stands on their boards. */
export interface ContestsInState {
  readonly status: ContestState;
  readonly contests: number;
  readonly boards: number;
  readonly votes: number;
  /** Boards on which no ballot can come any more. */
  readonly ended: number;
}

export async function contestsByState(db: Database, consultation: string): Promise<readonly ContestsInState[]> {
  const { rows } = await sql<ContestsInState>`
    select k.status, count(*)::int as contests, count(e.contest_id)::int as boards,
      coalesce(sum(e.ballots), 0)::int as votes, count(*) filter (where e.state not in ('unpublished', 'voting'))::int as ended
    from contests k left join elections e on e.contest_id = k.id
    where k.consultation_id = ${consultation} group by k.status`.execute(db);
  return rows;
}

export interface LotsSoFar {
  readonly announcedAt: Date | null;
  readonly seed: string | null;
  readonly drawnAt: Date | null;
}

export async function lotsSoFar(db: Database, consultation: string): Promise<LotsSoFar> {
  const { rows } = await sql<LotsSoFar>`
    select (select max(announced_at) from lot_announcements where consultation_id = ${consultation}) as "announcedAt",
      d.seed, d.drawn_at as "drawnAt"
    from (select 1) one left join lot_draws d on d.consultation_id = ${consultation}`.execute(db);
  return rows[0] ?? { announcedAt: null, seed: null, drawnAt: null };
}

export interface PublishedArchive {
  readonly bytes: number;
  readonly sha256: string;
  readonly manifest: string;
}

export async function publishedArchive(db: Database, consultation: string): Promise<PublishedArchive | undefined> {
  const { rows } = await sql<Omit<PublishedArchive, 'bytes'> & { readonly bytes: string }>`
    select bytes::text, sha256, manifest_hash as manifest from result_archives
    where consultation_id = ${consultation} and status = 'published'`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { ...row, bytes: Number(row.bytes) };
}

/** What the trail says was handed out from a moment on. */
export interface ProgramsLine {
  readonly at: Date;
  readonly details: unknown;
}

/** The programs of the site while a consultation went on: from the last line before its first one, the first first. */
export async function programsOf(db: Database, consultation: string): Promise<readonly ProgramsLine[]> {
  const { rows } = await sql<ProgramsLine>`
    select happened_at as at, details from audit_trail where subject = ${programsSubject} and is_public
      and number >= coalesce((
        select max(p.number) from audit_trail p where p.subject = ${programsSubject}
          and p.number < (select min(f.number) from audit_trail f where f.subject = ${consultation})), 0)
    order by number`.execute(db);
  return rows;
}

/** What was handed out last; holds others who want to say so until the transaction ends. */
export async function lastPrograms(tx: Tx): Promise<unknown> {
  await sql`select pg_advisory_xact_lock(hashtextextended('programs served', 0))`.execute(tx);
  const row = await tx
    .selectFrom('audit_trail')
    .select('details')
    .where('subject', '=', programsSubject)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.details;
}
