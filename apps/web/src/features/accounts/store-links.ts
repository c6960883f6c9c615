import type { Database, Tx } from '../../persistence/database.ts';
import type { InvitationsTable } from '../../persistence/schema/accounts.ts';

/** SQL about one-time links. */

export type LinkKind = InvitationsTable['kind'];

export interface LinkRecord {
  readonly kind: LinkKind;
  /** Null until a first administrator said who they are. */
  readonly account: string | null;
  /** Hash of the code that must be given before anything else. */
  readonly codeHash: string | null;
}

const columns = ['kind', 'account_id as account', 'code_hash as codeHash'] as const;

/** A link that may still be used. */
export const findLink = (db: Database | Tx, tokenHash: string, now: Date): Promise<LinkRecord | undefined> =>
  db
    .selectFrom('invitations')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** The same; nobody else uses it until the transaction ends. */
export const lockLink = (tx: Tx, tokenHash: string, now: Date): Promise<LinkRecord | undefined> =>
  tx
    .selectFrom('invitations')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();

export async function putLink(
  tx: Tx,
  link: LinkRecord & { readonly tokenHash: string; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('invitations')
    .values({
      token_hash: link.tokenHash,
      kind: link.kind,
      account_id: link.account,
      code_hash: link.codeHash,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** A first administrator said who they are. */
export async function giveLinkTo(tx: Tx, tokenHash: string, account: string): Promise<void> {
  await tx.updateTable('invitations').set({ account_id: account }).where('token_hash', '=', tokenHash).execute();
}

/** The code was right. */
export async function openLink(tx: Tx, tokenHash: string): Promise<void> {
  await tx.updateTable('invitations').set({ code_hash: null }).where('token_hash', '=', tokenHash).execute();
}

export async function useLink(tx: Tx, tokenHash: string, now: Date): Promise<void> {
  await tx.updateTable('invitations').set({ used_at: now }).where('token_hash', '=', tokenHash).execute();
}

/** Ends the links of an account that were not used. */
export async function endLinksOf(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('invitations').where('account_id', '=', account).where('used_at', 'is', null).execute();
}

/** Ends the links of first administrators that nobody opened. */
export async function endFirstLinks(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('invitations')
    .where('kind', '=', 'first_administrator')
    .where('account_id', 'is', null)
    .where('used_at', 'is', null)
    .execute();
}
