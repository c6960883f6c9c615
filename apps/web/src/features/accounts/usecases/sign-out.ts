import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { endSession, endSessionsOf } from '../store-sessions.ts';
import { secretHash } from './sessions.ts';

/** Ends the session of this browser. */
export async function signOut({ database }: AccountsContext, token: string | undefined): Promise<void> {
  if (token !== undefined) await endSession(database, secretHash(token));
}

/** Ends every session of the account, this one too. */
export async function signOutEverywhere({ database, now }: AccountsContext, account: string): Promise<void> {
  await inTransaction(database, async (tx) => {
    await endSessionsOf(tx, account);
    await appendAudit(tx, {
      event: 'account.signed_out_everywhere',
      subject: account,
      actor: account,
      territory: null,
      isPublic: false,
      now: now(),
    });
  });
}
