import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import type { PasskeyPlace } from '../proofs/passkey.ts';
import {
  type AccountRecord,
  findAccount,
  listPasskeys,
  lockAccount,
  type OwnPasskey,
  removePasskey,
} from '../store-accounts.ts';
import { offerPasskey, takePasskey } from './new-passkey.ts';

/** What a person sees and changes of the own account. */
export interface OwnAccount {
  readonly account: AccountRecord;
  readonly passkeys: readonly OwnPasskey[];
  readonly hasPassword: boolean;
}

export async function showOwnAccount({ database }: AccountsContext, id: string): Promise<OwnAccount | undefined> {
  const account = await findAccount(database, id);
  if (account === undefined) return undefined;
  return { account, passkeys: await listPasskeys(database, id), hasPassword: hasPassword(account) };
}

const hasPassword = ({ passwordHash, totpStep }: AccountRecord): boolean => passwordHash !== null && totpStep !== null;

/** What the script of the page asks the browser for. */
export const ownPasskeyOffer = (
  context: AccountsContext,
  place: PasskeyPlace,
  { account, passkeys }: OwnAccount,
): Promise<string> =>
  offerPasskey(
    context,
    place,
    account,
    passkeys.map(({ credentialId }) => credentialId),
  );

/** Adds a passkey, of a second device or as a spare. Requires: the person gave both proofs a short time ago. */
export async function addPasskey(
  context: AccountsContext,
  place: PasskeyPlace,
  account: string,
  given: string,
): Promise<Result<undefined, { readonly type: 'no_passkey' }>> {
  return await inRefusableTransaction(context.database, async (tx) => {
    await lockAccount(tx, account);
    if (!(await takePasskey(tx, context, place, account, given))) return err({ type: 'no_passkey' });
    await noteChange(tx, context, account);
    return ok(undefined);
  });
}

/** Takes a passkey away, unless nothing else would be left to sign in with. */
export async function dropPasskey(
  context: AccountsContext,
  account: string,
  credentialId: string,
): Promise<Result<undefined, { readonly type: 'no_passkey' | 'last_proof' }>> {
  return await inRefusableTransaction<undefined, { readonly type: 'no_passkey' | 'last_proof' }>(
    context.database,
    async (tx) => {
      await lockAccount(tx, account);
      if (!(await removePasskey(tx, account, credentialId))) return err({ type: 'no_passkey' });
      const record = await findAccount(tx, account);
      const left = await listPasskeys(tx, account);
      if (record === undefined || (left.length === 0 && !hasPassword(record))) return err({ type: 'last_proof' });
      await noteChange(tx, context, account);
      return ok(undefined);
    },
  );
}

const noteChange = (tx: Tx, { now }: AccountsContext, account: string): Promise<void> =>
  appendAudit(tx, {
    event: 'account.proof_changed',
    subject: account,
    actor: account,
    territory: null,
    isPublic: false,
    now: now(),
  });
