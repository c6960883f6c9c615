import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { listPeople, putAccount } from '../store-accounts.ts';
import { linkPath, makeLink } from './links.ts';
import { whoProblems, type WhoProblem } from './set-up.ts';
import { emailOf } from './sign-in.ts';

export interface Invited {
  readonly account: string;
  /** Path of the page that the person sets up the account with; shown once, stored nowhere. */
  readonly path: string;
}

export interface InviteRefusal {
  readonly type: 'who';
  readonly problems: readonly WhoProblem[];
}

/** Makes an account without any role, and the link with which its owner sets it up. */
export async function invite(
  context: AccountsContext,
  given: { readonly name: string; readonly email: string; readonly by: string },
): Promise<Result<Invited, InviteRefusal>> {
  const problems = whoProblems(given);
  if (problems.length > 0) return err({ type: 'who', problems });
  const now = context.now();
  return await inRefusableTransaction<Invited, InviteRefusal>(context.database, async (tx) => {
    const account = context.newId();
    const person = { id: account, email: emailOf(given.email), name: given.name.trim(), isDemo: context.isDemo, now };
    if (!(await putAccount(tx, person))) return err({ type: 'who', problems: ['email_taken'] });
    const token = await makeLink(tx, context, { kind: 'invitation', account, codeHash: null });
    await appendAudit(tx, {
      event: 'account.invite',
      subject: account,
      actor: given.by,
      territory: null,
      isPublic: false,
      now,
    });
    return ok({ account, path: linkPath(token) });
  });
}

interface InviteAgainRefusal {
  readonly type: 'no_account' | 'set_up_already';
}

/** Makes a new link for who was invited, holds no role and never came; the old one ends. */
export async function inviteAgain(
  context: AccountsContext,
  { account, by }: { readonly account: string; readonly by: string },
): Promise<Result<Invited, InviteAgainRefusal>> {
  const now = context.now();
  return await inRefusableTransaction<Invited, InviteAgainRefusal>(context.database, async (tx) => {
    const [person] = await listPeople(tx, account);
    if (person === undefined || person.isDisabled) return err({ type: 'no_account' });
    // Roles may be waiting in the account: then two have to agree who gets into it.
    if (person.isSetUp || person.grants.length > 0) return err({ type: 'set_up_already' });
    const token = await makeLink(tx, context, { kind: 'invitation', account, codeHash: null });
    await appendAudit(tx, {
      event: 'account.invite',
      subject: account,
      actor: by,
      territory: null,
      isPublic: false,
      now,
    });
    return ok({ account, path: linkPath(token) });
  });
}
