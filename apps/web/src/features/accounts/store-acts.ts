import type { Act, ActState, Grant, Role } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about what two people agree on. */

export interface ActRecord {
  readonly id: string;
  readonly act: Act;
  /** Null: the whole installation. */
  readonly territory: string | null;
  readonly territoryName: string | null;
  /** Ids of its territory and of all above. */
  readonly path: readonly string[];
  readonly subject: string;
  readonly body: unknown;
  readonly reason: string;
  readonly status: ActState;
  readonly proposedBy: string;
  readonly proposerName: string;
  readonly proposedAt: Date;
  readonly deciderName: string | null;
  readonly decidedAt: Date | null;
}

const rightsLock = 7_203_119;
/** Acts that are read at once: between the pieces others get their turn. */
const atOnce = 500;

/**
 * Keeps the rights of everyone as they are until the transaction ends, together with others who only need them so.
 * Who changes rights waits for all of these: `holdRightsAlone`.
 */
export async function holdRights(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${rightsLock})`.execute(tx);
}

/** Lets nobody else read or change rights for a decision until the transaction ends. */
export async function holdRightsAlone(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${rightsLock})`.execute(tx);
}

/** The rights that an account holds now; none when it is disabled. */
export async function grantsOf(db: Database | Tx, account: string): Promise<readonly Grant[]> {
  const rows = await db
    .selectFrom('role_grants')
    .innerJoin('accounts', 'accounts.id', 'role_grants.account_id')
    .select(['role', 'territory_id as territory'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .where('disabled_at', 'is', null)
    .execute();
  return rows.map(({ role, territory }): { role: Role; territory: string | null } => ({ role, territory }));
}

export interface NewAct {
  readonly id: string;
  readonly act: Act;
  readonly territory: string | null;
  readonly subject: string;
  readonly body: unknown;
  readonly reason: string;
  readonly by: string;
  readonly now: Date;
}

/** @returns false when the same act on the same subject waits already. */
export async function putAct(tx: Tx, act: NewAct): Promise<boolean> {
  const row = await tx
    .insertInto('two_person_acts')
    .values({
      id: act.id,
      act: act.act,
      territory_id: act.territory,
      subject: act.subject,
      body: JSON.stringify(act.body),
      reason: act.reason,
      status: 'proposed',
      proposed_by: act.by,
      proposed_at: act.now,
    })
    .onConflict((conflict) => conflict.columns(['act', 'subject']).where('status', '=', 'proposed').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

const chosen = (db: Database | Tx) =>
  db
    .selectFrom('two_person_acts as a')
    .innerJoin('accounts as proposer', 'proposer.id', 'a.proposed_by')
    .leftJoin('accounts as decider', 'decider.id', 'a.decided_by')
    .select([
      'a.id',
      'a.act',
      'a.territory_id as territory',
      sql<string | null>`(select t.name from territories t where t.id = a.territory_id)`.as('territoryName'),
      sql<readonly string[]>`
        coalesce((select t.path::text[] from territories t where t.id = a.territory_id), '{}')`.as('path'),
      'a.subject',
      'a.body',
      'a.reason',
      'a.status',
      'a.proposed_by as proposedBy',
      'proposer.name as proposerName',
      'a.proposed_at as proposedAt',
      'decider.name as deciderName',
      'a.decided_at as decidedAt',
    ]);

export const findAct = (db: Database | Tx, id: string): Promise<ActRecord | undefined> =>
  chosen(db).where('a.id', '=', id).executeTakeFirst();

/** An act that exists, as it stands now; keeps everyone else from deciding on it until the transaction ends. */
export async function lockAct(tx: Tx, id: string): Promise<ActRecord> {
  await tx.selectFrom('two_person_acts').select('id').where('id', '=', id).forUpdate().execute();
  return await chosen(tx).where('a.id', '=', id).executeTakeFirstOrThrow();
}

export async function settleAct(
  tx: Tx,
  id: string,
  { status, by, now }: { readonly status: ActState; readonly by: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('two_person_acts')
    .set({ status, decided_by: by, decided_at: now })
    .where('id', '=', id)
    .execute();
}

type Chosen = ReturnType<typeof chosen>;

/** Those in the territories given and below; `null` among them: everywhere. */
function under(query: Chosen, territories: readonly (string | null)[]): Chosen {
  if (territories.includes(null)) return query;
  const ids = territories.filter((id) => id !== null);
  return query.where(
    sql<boolean>`exists (select from territories t where t.id = a.territory_id and t.path && ${ids}::uuid[])`,
  );
}

/** Acts that wait, or that were decided, in the territories given and below; `null` among them: everywhere. */
export async function listActs(
  db: Database,
  asked: { readonly waiting: boolean; readonly under: readonly (string | null)[]; readonly most: number },
): Promise<readonly ActRecord[]> {
  const { waiting, most } = asked;
  return await under(chosen(db).where('a.status', waiting ? '=' : '<>', 'proposed'), asked.under)
    .orderBy('a.proposed_at', waiting ? 'asc' : 'desc')
    .orderBy('a.id')
    .limit(most)
    .execute();
}

/** Every act in the territories given and below, from the first proposed on, piece by piece. */
export async function* everyAct(
  db: Database,
  territories: readonly (string | null)[],
): AsyncGenerator<readonly ActRecord[]> {
  for (let last: string | undefined; ;) {
    let query = under(chosen(db), territories);
    if (last !== undefined) {
      query = query.where(
        sql<boolean>`(a.proposed_at, a.id) > (select b.proposed_at, b.id from two_person_acts b where b.id = ${last})`,
      );
    }
    const acts = await query.orderBy('a.proposed_at').orderBy('a.id').limit(atOnce).execute();
    last = acts.at(-1)?.id;
    if (last === undefined) return;
    yield acts;
  }
}

/** At most one act of a kind waits on one subject. */
export async function findWaitingAct(db: Database, act: Act, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('two_person_acts')
    .select('id')
    .where('act', '=', act)
    .where('subject', '=', subject)
    .where('status', '=', 'proposed')
    .executeTakeFirst();
  return row?.id;
}
