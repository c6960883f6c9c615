import { type RawBuilder, sql } from 'kysely';
import { programsSubject } from '../../persistence/audit.ts';
import type { Database } from '../../persistence/database.ts';

/** SQL that reads the audit trail. */

export interface TrailRecord {
  readonly number: number;
  readonly happenedAt: Date;
  readonly event: string;
  readonly subject: string;
  readonly actorName: string | null;
  readonly territoryName: string | null;
  readonly reason: string | null;
  readonly details: unknown;
  readonly isPublic: boolean;
}

const lines = (db: Database) =>
  db
    .selectFrom('audit_trail as l')
    .leftJoin('accounts as a', 'a.id', 'l.actor')
    .select([
      'l.number',
      'l.happened_at as happenedAt',
      'l.event',
      'l.subject',
      'a.name as actorName',
      sql<string | null>`(select t.name from territories t where t.id = l.territory_id)`.as('territoryName'),
      'l.reason',
      'l.details',
      'l.is_public as isPublic',
    ])
    .orderBy('l.number', 'desc');

/** What part of the trail to read: the newest lines, or those before a line. */
export interface TrailPage {
  readonly before: number | undefined;
  readonly most: number;
}

/** What staff did in the territories given and below; `null` among them: everywhere. */
export async function listTrail(
  db: Database,
  { under, before, most }: TrailPage & { readonly under: readonly (string | null)[] },
): Promise<readonly TrailRecord[]> {
  // What the program does for visitors on its own is counted elsewhere.
  let query = lines(db).where(sql<boolean>`(l.actor is not null or l.is_public)`);
  if (!under.includes(null)) query = query.where(isUnder(under.filter((id) => id !== null)));
  if (before !== undefined) query = query.where('l.number', '<', before);
  return await query.limit(most).execute();
}

const isUnder = (ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`exists (select from territories t where t.id = l.territory_id and t.path && ${ids}::uuid[])`;

/**
 * Which public lines are about a consultation: its own, those of its contests, and of acts whose subject is a person or a
 * code; and what programs were handed out from its first line on.
 */
const isAbout = (id: string, territory: string): RawBuilder<boolean> => sql<boolean>`(
  l.subject = ${id}
  or l.subject in (select k.id::text from contests k where k.consultation_id = ${id}::uuid)
  or l.subject in (select a.subject from two_person_acts a where a.territory_id = ${territory}::uuid
    and a.status = 'carried_out' and a.act in ('roll.add', 'credential.replace') and a.body->>'consultation' = ${id})
  or l.subject = ${programsSubject} and l.number >= coalesce((
    select max(p.number) from audit_trail p where p.subject = ${programsSubject}
      and p.number < (select min(f.number) from audit_trail f where f.subject = ${id})), 0))`;

/** The public lines about a consultation; undefined if there is no such consultation, or it is still being written. */
export async function listPublicTrail(
  db: Database,
  slug: string,
  { before, most }: TrailPage,
): Promise<{ readonly title: unknown; readonly zone: string; readonly lines: readonly TrailRecord[] } | undefined> {
  const found = await sql<{
    readonly id: string;
    readonly title: unknown;
    readonly zone: string;
    readonly territory: string;
  }>`
    select id, title, zone, territory_id as territory from consultations where slug = ${slug} and status <> 'draft'`.execute(
    db,
  );
  const consultation = found.rows[0];
  if (consultation === undefined) return undefined;
  const { id, title, zone, territory } = consultation;
  let query = lines(db).where('l.is_public', '=', true).where(isAbout(id, territory));
  if (before !== undefined) query = query.where('l.number', '<', before);
  return { title, zone, lines: await query.limit(most).execute() };
}
