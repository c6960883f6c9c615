import type { Grant, Role } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about who is signed in. */

export interface SignedIn {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly hasSecondFactor: boolean;
  readonly madeAt: Date;
  readonly seenAt: Date;
  readonly grants: readonly Grant[];
}

/** Sessions end when nothing was asked for so long, and after a day's work in any case. */
export interface SessionLimits {
  readonly seenAfter: Date;
  readonly madeAfter: Date;
}

/** Who holds the session, with their rights; undefined when it ended or the account is disabled. */
export async function findSession(
  db: Database,
  tokenHash: string,
  { seenAfter, madeAfter }: SessionLimits,
): Promise<SignedIn | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .select([
      'accounts.id as account',
      'accounts.name',
      'accounts.email',
      'sessions.has_second_factor as hasSecondFactor',
      'sessions.created_at as madeAt',
      'sessions.seen_at as seenAt',
      sql<readonly { readonly role: Role; readonly territory: string | null }[]>`(
        select coalesce(json_agg(json_build_object('role', g.role, 'territory', g.territory_id)), '[]')
        from role_grants g where g.account_id = accounts.id and g.ended_at is null)`.as('grants'),
    ])
    .where('token_hash', '=', tokenHash)
    .where('seen_at', '>', seenAfter)
    .where('sessions.created_at', '>', madeAfter)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row;
}

export async function putSession(
  tx: Tx,
  session: {
    readonly tokenHash: string;
    readonly account: string;
    readonly hasSecondFactor: boolean;
    readonly now: Date;
  },
): Promise<void> {
  const { tokenHash, account, hasSecondFactor, now } = session;
  await tx
    .insertInto('sessions')
    .values({
      token_hash: tokenHash,
      account_id: account,
      created_at: now,
      seen_at: now,
      has_second_factor: hasSecondFactor,
    })
    .execute();
}

export async function touchSession(db: Database, tokenHash: string, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute();
}

/** @returns false when there was none. */
export async function endSession(db: Database | Tx, tokenHash: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

export async function endSessionsOf(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('sessions').where('account_id', '=', account).execute();
}

export async function forgetEndedSessions(db: Database, { seenAfter, madeAfter }: SessionLimits): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((where) => where.or([where('seen_at', '<=', seenAfter), where('created_at', '<=', madeAfter)]))
    .execute();
}
