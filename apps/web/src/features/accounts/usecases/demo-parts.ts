import type { Role } from '@convite/domain';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { listDemoAccounts } from '../store-accounts.ts';
import { beginSession } from './sessions.ts';

/** Somebody of the staff of a demo, whose part anybody may take. */
export interface DemoPart {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** The staff of a demo; nobody where the installation is none. */
export const demoParts = async ({ database, isDemo }: AccountsContext): Promise<readonly DemoPart[]> =>
  isDemo ? await listDemoAccounts(database) : [];

/**
 * Signs in as somebody of the staff of a demo, without any proof.
 *
 * Hazards: it is for demo accounts in an installation that is a demo, and for nothing else; both are asked here.
 * @returns the token of the session; undefined when there is no such part.
 */
export async function takePart(
  context: AccountsContext,
  account: string,
  before: string | undefined,
): Promise<string | undefined> {
  const part = (await demoParts(context)).find((one) => one.account === account);
  if (part === undefined) return undefined;
  return await inTransaction(context.database, async (tx) => {
    await appendAudit(tx, {
      event: 'account.signed_in',
      subject: account,
      actor: account,
      territory: null,
      details: { demo: true },
      isPublic: false,
      now: context.now(),
    });
    return await beginSession(tx, context, { account, hasSecondFactor: true, before });
  });
}
