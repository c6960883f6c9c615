import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about public lots: how they are announced, and what was drawn. */

/** How and when a lot is to be drawn. */
export interface LotAnnouncement {
  readonly how: string;
  readonly drawsAt: Date;
  readonly announcedAt: Date;
}

/** Announcements of a consultation, the last first: it stands. */
export async function lotAnnouncements(db: Database | Tx, consultation: string): Promise<readonly LotAnnouncement[]> {
  return await db
    .selectFrom('lot_announcements')
    .select(['how', 'draws_at as drawsAt', 'announced_at as announcedAt'])
    .where('consultation_id', '=', consultation)
    .orderBy('number', 'desc')
    .execute();
}

export async function putAnnouncement(
  tx: Tx,
  consultation: string,
  { how, drawsAt, announcedAt, by }: LotAnnouncement & { readonly by: string },
): Promise<void> {
  await sql`
    insert into lot_announcements (consultation_id, number, how, draws_at, announced_by, announced_at)
    select ${consultation}, coalesce(max(number), 0) + 1, ${how}, ${drawsAt}, ${by}, ${announcedAt}
    from lot_announcements where consultation_id = ${consultation}`.execute(tx);
}

export async function putDraw(
  tx: Tx,
  consultation: string,
  { seed, how, drawnAt }: { readonly seed: string; readonly how: string; readonly drawnAt: Date },
): Promise<void> {
  await tx
    .insertInto('lot_draws')
    .values({ consultation_id: consultation, seed, round: 1, how, drawn_at: drawnAt })
    .execute();
}

/** A contest that waits for the lot, by the name of its territory. */
export interface WaitingContest {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export async function contestsWaitingForLots(
  db: Database | Tx,
  consultation: string,
): Promise<readonly WaitingContest[]> {
  const { rows } = await sql<WaitingContest>`
    select k.id, t.code, t.name from contests k join territories t on t.id = k.territory_id
    where k.consultation_id = ${consultation} and k.status = 'lots_required'
    order by t.code collate "C", k.id`.execute(db);
  return rows;
}

/** Contests whose count was refused, and those that wait for it. */
export async function countTroubles(
  db: Database | Tx,
  consultation: string,
): Promise<readonly (WaitingContest & { readonly refusal: unknown })[]> {
  const { rows } = await sql<WaitingContest & { readonly refusal: unknown }>`
    select k.id, t.code, t.name, r.refusal from count_requests r join contests k on k.id = r.contest_id
      join territories t on t.id = k.territory_id
    where r.consultation_id = ${consultation} and r.refusal is not null order by t.code collate "C", k.id`.execute(db);
  return rows;
}
