import type { Role } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about accounts and what proves that somebody is theirs. */

export interface AccountRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly totpSecret: Buffer | null;
  /** Null until the first code was right. */
  readonly totpStep: number | null;
  readonly isDisabled: boolean;
}

const chosen = (db: Database | Tx) =>
  db
    .selectFrom('accounts')
    .select([
      'id',
      'email',
      'name',
      'password_hash as passwordHash',
      'totp_secret as totpSecret',
      'totp_step as totpStep',
      sql<boolean>`disabled_at is not null`.as('isDisabled'),
    ]);

export const findAccount = (db: Database | Tx, id: string): Promise<AccountRecord | undefined> =>
  chosen(db).where('id', '=', id).executeTakeFirst();

export const findAccountByEmail = (db: Database | Tx, email: string): Promise<AccountRecord | undefined> =>
  chosen(db).where('email', '=', email).executeTakeFirst();

/** @returns false when the address belongs to an account already. */
export async function putAccount(
  tx: Tx,
  account: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly isDemo: boolean;
    readonly now: Date;
  },
): Promise<boolean> {
  const { id, email, name, isDemo, now } = account;
  const row = await tx
    .insertInto('accounts')
    .values({ id, email, name, is_demo: isDemo, created_at: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores a password, and a new secret for codes that still has to be confirmed. */
export async function setPassword(
  tx: Tx,
  account: string,
  { passwordHash, totpSecret }: { readonly passwordHash: string; readonly totpSecret: Uint8Array },
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ password_hash: passwordHash, totp_secret: Buffer.from(totpSecret), totp_step: null })
    .where('id', '=', account)
    .execute();
}

/** Notes a code as used. @returns false when it, or a later one, was used before. */
export async function takeTotpStep(tx: Tx, account: string, step: number): Promise<boolean> {
  const row = await tx
    .updateTable('accounts')
    .set({ totp_step: step })
    .where('id', '=', account)
    .where((where) => where.or([where('totp_step', 'is', null), where('totp_step', '<', step)]))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes away everything that proves to be the account: nobody can sign in until it is set up again. */
export async function clearProofs(tx: Tx, account: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ password_hash: null, totp_secret: null, totp_step: null })
    .where('id', '=', account)
    .execute();
  await tx.deleteFrom('passkeys').where('account_id', '=', account).execute();
}

export async function disableAccount(tx: Tx, account: string, now: Date): Promise<void> {
  await tx.updateTable('accounts').set({ disabled_at: now }).where('id', '=', account).execute();
}

export interface PasskeyRecord {
  readonly account: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** A passkey of an account that is not disabled; nobody else uses its counter until the transaction ends. */
export const lockPasskey = (tx: Tx, credentialId: string): Promise<PasskeyRecord | undefined> =>
  tx
    .selectFrom('passkeys')
    .innerJoin('accounts', 'accounts.id', 'passkeys.account_id')
    .select(['account_id as account', 'credential_id as credentialId', 'public_key as publicKey', 'counter'])
    .where('credential_id', '=', credentialId)
    .where('disabled_at', 'is', null)
    .forUpdate('passkeys')
    .executeTakeFirst();

export interface OwnPasskey {
  readonly credentialId: string;
  /** The host that it was made for. */
  readonly name: string;
  readonly madeAt: Date;
}

export const listPasskeys = (db: Database | Tx, account: string): Promise<readonly OwnPasskey[]> =>
  db
    .selectFrom('passkeys')
    .select(['credential_id as credentialId', 'name', 'created_at as madeAt'])
    .where('account_id', '=', account)
    .orderBy('created_at')
    .orderBy('credential_id')
    .execute();

/** @returns false when the account has no such passkey. */
export async function removePasskey(tx: Tx, account: string, credentialId: string): Promise<boolean> {
  const row = await tx
    .deleteFrom('passkeys')
    .where('account_id', '=', account)
    .where('credential_id', '=', credentialId)
    .returning('credential_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps everyone else from changing the proofs of the account until the transaction ends. */
export async function lockAccount(tx: Tx, account: string): Promise<void> {
  await tx.selectFrom('accounts').select('id').where('id', '=', account).forUpdate().execute();
}

/** @returns false when the credential is known already. */
export async function putPasskey(
  tx: Tx,
  passkey: {
    readonly account: string;
    readonly credentialId: string;
    readonly publicKey: Uint8Array;
    readonly counter: number;
    readonly name: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('passkeys')
    .values({
      credential_id: passkey.credentialId,
      account_id: passkey.account,
      public_key: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      name: passkey.name,
      created_at: passkey.now,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('credential_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function setPasskeyCounter(tx: Tx, credentialId: string, counter: number): Promise<void> {
  await tx.updateTable('passkeys').set({ counter }).where('credential_id', '=', credentialId).execute();
}

/** Notes a challenge as answered. @returns false when it was before. */
export async function useChallenge(tx: Tx, challenge: string, expiresAt: Date): Promise<boolean> {
  const row = await tx
    .insertInto('used_challenges')
    .values({ challenge, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('challenge')
    .executeTakeFirst();
  return row !== undefined;
}

export async function forgetChallenges(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('used_challenges').where('expires_at', '<', now).execute();
}

export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isSetUp: boolean;
  readonly isDisabled: boolean;
  readonly grants: readonly PersonGrant[];
}

export interface PersonGrant {
  readonly id: string;
  readonly role: Role;
  /** Null: the whole installation. */
  readonly territory: string | null;
  readonly territoryName: string | null;
  /** From the root down; empty for the whole installation. */
  readonly path: readonly string[];
}

const canSignIn = sql<boolean>`(
  (accounts.password_hash is not null and accounts.totp_step is not null)
  or exists (select from passkeys p where p.account_id = accounts.id))`;

/** The people of the staff with the roles they hold, by name; one of them, or all. */
export async function listPeople(db: Database | Tx, only?: string): Promise<readonly PersonRecord[]> {
  let query = db.selectFrom('accounts').select([
    'accounts.id',
    'accounts.name',
    'accounts.email',
    canSignIn.as('isSetUp'),
    sql<boolean>`accounts.disabled_at is not null`.as('isDisabled'),
    sql<readonly PersonGrant[]>`(
      select coalesce(json_agg(json_build_object(
        'id', g.id, 'role', g.role, 'territory', g.territory_id, 'territoryName', t.name,
        'path', coalesce(t.path, '{}')) order by g.granted_at, g.id), '[]')
      from role_grants g left join territories t on t.id = g.territory_id
      where g.account_id = accounts.id and g.ended_at is null)`.as('grants'),
  ]);
  if (only !== undefined) query = query.where('accounts.id', '=', only);
  return await query.orderBy('accounts.name').orderBy('accounts.id').execute();
}

/** How many can act as administrators of the whole installation. */
export async function countAdministrators(tx: Tx): Promise<number> {
  const { n } = await tx
    .selectFrom('accounts')
    .innerJoin('role_grants as g', 'g.account_id', 'accounts.id')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('g.role', '=', 'administrator')
    .where('g.territory_id', 'is', null)
    .where('g.ended_at', 'is', null)
    .where('accounts.disabled_at', 'is', null)
    .where(canSignIn)
    .executeTakeFirstOrThrow();
  return n;
}

/** @returns false when the account holds that role there already. */
export async function putGrant(
  tx: Tx,
  grant: {
    readonly id: string;
    readonly account: string;
    readonly role: Role;
    readonly territory: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const { id, account, role, territory, now } = grant;
  const row = await tx
    .insertInto('role_grants')
    .values({ id, account_id: account, role, territory_id: territory, granted_at: now })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'role', 'territory_id']).where('ended_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns false when it had ended, or is another's. */
export async function endGrant(tx: Tx, account: string, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('role_grants')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The demo accounts with the roles that they hold, in the order in which they were made. */
export async function listDemoAccounts(
  db: Database,
): Promise<readonly { account: string; name: string; email: string; roles: readonly Role[] }[]> {
  return await db
    .selectFrom('accounts')
    .select([
      'accounts.id as account',
      'accounts.name',
      'accounts.email',
      sql<readonly Role[]>`array(
        select distinct g.role from role_grants g where g.account_id = accounts.id and g.ended_at is null)`.as('roles'),
    ])
    .where('is_demo', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .orderBy('name')
    .execute();
}
