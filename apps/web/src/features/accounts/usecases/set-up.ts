import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import type { PasskeyPlace } from '../proofs/passkey.ts';
import { hashPassword } from '../proofs/password.ts';
import { type PasswordProblem, passwordProblem } from '../proofs/password-rules.ts';
import { totpSecretBytes, totpStep } from '../proofs/totp.ts';
import { type AccountRecord, findAccount, putAccount, putGrant, setPassword, takeTotpStep } from '../store-accounts.ts';
import { findLink, giveLinkTo, type LinkKind, lockLink, openLink, useLink } from '../store-links.ts';
import { endSessionsOf } from '../store-sessions.ts';
import { countAttempt, deviceToken, type TooManyAttempts } from './attempts.ts';
import { spokenCodeHash } from './links.ts';
import { offerPasskey, takePasskey } from './new-passkey.ts';
import { beginSession, secretHash } from './sessions.ts';
import { type Caller, emailOf, type Opened } from './sign-in.ts';

/** What a one-time link is for, as far as it got. */
export interface LinkState {
  readonly kind: LinkKind;
  /** Undefined until a first administrator said who they are. */
  readonly account: AccountRecord | undefined;
  readonly needsCode: boolean;
}

interface LinkGone {
  readonly type: 'link_gone';
}
const gone = err<LinkGone>({ type: 'link_gone' });

/** What the link opens, undefined when it was used, has expired, or never was. */
export async function readLink(context: AccountsContext, token: string): Promise<LinkState | undefined> {
  const link = await findLink(context.database, secretHash(token), context.now());
  if (link === undefined) return undefined;
  const account = link.account === null ? undefined : await findAccount(context.database, link.account);
  if (account?.isDisabled === true) return undefined;
  return { kind: link.kind, account, needsCode: link.codeHash !== null };
}

export type WhoProblem = 'name_missing' | 'email_wrong' | 'email_taken';

export type BeginRefusal =
  | LinkGone
  | TooManyAttempts
  | { readonly type: 'who'; readonly problems: readonly WhoProblem[] }
  | { readonly type: 'wrong_code' };

/** What is asked before anything is set up: who a first administrator is, or the code of a recovery. */
export async function beginSetUp(
  context: AccountsContext,
  token: string,
  given: { readonly name: string; readonly email: string; readonly code: string },
  visitor: string,
): Promise<Result<undefined, BeginRefusal>> {
  const hash = secretHash(token);
  const attempt = await countAttempt(context, { proof: 'link', whom: hash, visitor, device: undefined });
  if (!attempt.ok) return attempt;
  const now = context.now();
  return await inRefusableTransaction<undefined, BeginRefusal>(context.database, async (tx) => {
    const link = await lockLink(tx, hash, now);
    if (link === undefined) return gone;
    if (link.codeHash !== null) {
      if (link.codeHash !== spokenCodeHash(given.code)) return err({ type: 'wrong_code' });
      await openLink(tx, hash);
    }
    if (link.account !== null) return ok(undefined);
    const problems = whoProblems(given);
    if (problems.length > 0) return err({ type: 'who', problems });
    const account = context.newId();
    const email = emailOf(given.email);
    const person = { id: account, email, name: given.name.trim(), isDemo: context.isDemo, now };
    if (!(await putAccount(tx, person))) {
      return err({ type: 'who', problems: ['email_taken'] });
    }
    await putGrant(tx, { id: context.newId(), account, role: 'administrator', territory: null, now });
    await giveLinkTo(tx, hash, account);
    await appendAudit(tx, {
      event: 'installation.begun',
      subject: account,
      actor: account,
      territory: null,
      details: { role: 'administrator' },
      isPublic: false,
      now,
    });
    return ok(undefined);
  });
}

export function whoProblems(given: { readonly name: string; readonly email: string }): readonly WhoProblem[] {
  const name = given.name.trim();
  return [
    ...(name === '' || name.length > 120 ? (['name_missing'] as const) : []),
    ...(/^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(emailOf(given.email)) && given.email.length < 200
      ? []
      : (['email_wrong'] as const)),
  ];
}

/** Stores the password, and a secret for the app that the next page shows. */
export async function choosePassword(
  context: AccountsContext,
  token: string,
  password: string,
): Promise<Result<undefined, LinkGone | { readonly type: 'password'; readonly problem: PasswordProblem }>> {
  const state = await readLink(context, token);
  if (state?.account === undefined || state.needsCode) return gone;
  const plain = passwordProblem(password, state.account);
  const problem = plain ?? ((await context.breached.has(password)) ? 'breached' : undefined);
  if (problem !== undefined) return err({ type: 'password', problem });
  const passwordHash = await hashPassword(password, context.random);
  return await inRefusableTransaction<undefined, LinkGone>(context.database, async (tx) => {
    const account = await ownerOf(tx, context, token);
    if (account === undefined) return gone;
    await setPassword(tx, account.id, { passwordHash, totpSecret: context.random(totpSecretBytes) });
    return ok(undefined);
  });
}

export type ConfirmRefusal = LinkGone | TooManyAttempts | { readonly type: 'wrong_code' };

/** The first code of the app: the account is set up, the link is used, and a session with both proofs begins. */
export async function confirmCode(
  context: AccountsContext,
  token: string,
  code: string,
  { visitor, token: before }: Caller,
): Promise<Result<Opened, ConfirmRefusal>> {
  const attempt = await countAttempt(context, { proof: 'link', whom: secretHash(token), visitor, device: undefined });
  if (!attempt.ok) return attempt;
  const now = context.now();
  return await inRefusableTransaction<Opened, ConfirmRefusal>(context.database, async (tx) => {
    const account = await ownerOf(tx, context, token);
    if (account?.passwordHash == null || account.totpSecret === null) return gone;
    const step = totpStep(account.totpSecret, code, now, account.totpStep);
    if (step === undefined || !(await takeTotpStep(tx, account.id, step))) return err({ type: 'wrong_code' });
    return ok(await finish(tx, context, account, token, before));
  });
}

/** What the script of the page asks the browser for. */
export const passkeyOffer = (context: AccountsContext, place: PasskeyPlace, account: AccountRecord): Promise<string> =>
  offerPasskey(context, place, account, []);

/** A passkey: the account is set up, the link is used, and a session with both proofs begins. */
export async function confirmPasskey(
  context: AccountsContext,
  place: PasskeyPlace,
  token: string,
  given: string,
  { token: before }: Caller,
): Promise<Result<Opened, LinkGone | { readonly type: 'no_passkey' }>> {
  return await inRefusableTransaction<Opened, LinkGone | { readonly type: 'no_passkey' }>(
    context.database,
    async (tx) => {
      const account = await ownerOf(tx, context, token);
      if (account === undefined) return gone;
      const isTaken = await takePasskey(tx, context, place, account.id, given);
      return isTaken ? ok(await finish(tx, context, account, token, before)) : err({ type: 'no_passkey' });
    },
  );
}

/** Whose account the link sets up; undefined when the link is gone or still asks for something first. */
async function ownerOf(tx: Tx, { now }: AccountsContext, token: string): Promise<AccountRecord | undefined> {
  const link = await lockLink(tx, secretHash(token), now());
  if (link === undefined || link.codeHash !== null || link.account === null) return undefined;
  const account = await findAccount(tx, link.account);
  return account?.isDisabled === false ? account : undefined;
}

async function finish(
  tx: Tx,
  context: AccountsContext,
  account: AccountRecord,
  link: string,
  before: string | undefined,
): Promise<Opened> {
  const now = context.now();
  await useLink(tx, secretHash(link), now);
  await endSessionsOf(tx, account.id);
  const line = { subject: account.id, actor: account.id, territory: null, isPublic: false, now };
  await appendAudit(tx, { ...line, event: 'account.set_up' });
  const token = await beginSession(tx, context, { account: account.id, hasSecondFactor: true, before });
  return { token, device: deviceToken(context, account.email) };
}
