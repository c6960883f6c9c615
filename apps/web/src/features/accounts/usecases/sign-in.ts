import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, inTransaction, type Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { challengeEnd, makeChallenge } from '../proofs/challenge.ts';
import { answeredBy, authenticationOptions, type PasskeyPlace, readPasskeyAnswer } from '../proofs/passkey.ts';
import { isPassword } from '../proofs/password.ts';
import { totpStep } from '../proofs/totp.ts';
import {
  type AccountRecord,
  findAccount,
  findAccountByEmail,
  lockPasskey,
  setPasskeyCounter,
  takeTotpStep,
  useChallenge,
} from '../store-accounts.ts';
import { forgetAttempt } from '../store-attempts.ts';
import { endSession } from '../store-sessions.ts';
import { countAttempt, deviceToken, type TooManyAttempts } from './attempts.ts';
import { beginSession, readSession, secretHash } from './sessions.ts';

/** An address as it is compared: nobody means another mailbox by capitals. */
export const emailOf = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase();

/** Who tries, and the session that their browser holds so far. */
export interface Caller {
  readonly visitor: string;
  readonly device: string | undefined;
  readonly token: string | undefined;
}

export type SignInRefusal =
  /** Address, password or both; which one is not told. */ { readonly type: 'wrong' } | TooManyAttempts;

/**
 * The first proof, a password. The same work is done whether there is an account or not.
 *
 * @returns the token of a session in which nothing may be done but to give the second proof.
 */
export async function signIn(
  context: AccountsContext,
  typed: { readonly email: string; readonly password: string },
  { token: before, ...who }: Caller,
): Promise<Result<string, SignInRefusal>> {
  const email = emailOf(typed.email);
  const attempt = await countAttempt(context, { ...who, proof: 'password', whom: email });
  if (!attempt.ok) return attempt;
  const account = await findAccountByEmail(context.database, email);
  const isRight = await isPassword(typed.password, account?.passwordHash ?? null);
  if (account === undefined || !isRight || account.isDisabled || account.totpStep === null) {
    return err({ type: 'wrong' });
  }
  return ok(
    await inTransaction(context.database, async (tx) => {
      await forgetAttempt(tx, attempt.value);
      return await beginSession(tx, context, { account: account.id, hasSecondFactor: false, before });
    }),
  );
}

/** A session with both proofs, and what the browser keeps to be known again. */
export interface Opened {
  readonly token: string;
  readonly device: string;
}

export type SecondRefusal = SignInRefusal | { readonly type: 'no_session' };

/** The second proof, a code of the app. The session gets a new token. */
export async function giveCode(
  context: AccountsContext,
  code: string,
  { token, ...who }: Caller,
): Promise<Result<Opened, SecondRefusal>> {
  const session = token === undefined ? undefined : await readSession(context, token);
  if (token === undefined || session === undefined || session.hasSecondFactor) return err({ type: 'no_session' });
  const attempt = await countAttempt(context, { ...who, proof: 'code', whom: session.email });
  if (!attempt.ok) return attempt;
  const now = context.now();
  return await inRefusableTransaction<Opened, SecondRefusal>(context.database, async (tx) => {
    // Two who give the same code at once hold the same session: one of them ends it first.
    if (!(await endSession(tx, secretHash(token)))) return err({ type: 'no_session' });
    const account = await findAccount(tx, session.account);
    if (account === undefined || !(await isCodeOf(tx, account, code, now))) return err({ type: 'wrong' });
    return ok(await openSession(tx, context, account, attempt.value, token));
  });
}

async function isCodeOf(tx: Tx, account: AccountRecord, code: string, now: Date): Promise<boolean> {
  if (account.totpSecret === null || account.totpStep === null) return false;
  const step = totpStep(account.totpSecret, code, now, account.totpStep);
  return step !== undefined && (await takeTotpStep(tx, account.id, step));
}

const signInPurpose = 'sign-in';

/** What the script of the page asks a passkey with. */
export const passkeyQuestion = (context: AccountsContext, place: PasskeyPlace): Promise<string> =>
  authenticationOptions(
    place,
    makeChallenge({ key: context.key, purpose: signInPurpose }, context.random, context.now()),
  );

/** Both proofs at once: a passkey that its holder unlocked. */
export async function signInWithPasskey(
  context: AccountsContext,
  place: PasskeyPlace,
  given: string,
  { visitor, token }: Caller,
): Promise<Result<Opened, SignInRefusal>> {
  const attempt = await countAttempt(context, { visitor, device: undefined, proof: 'passkey', whom: visitor });
  if (!attempt.ok) return attempt;
  const now = context.now();
  const answer = readPasskeyAnswer(given);
  const end = answer && challengeEnd({ key: context.key, purpose: signInPurpose }, answer.challenge, now);
  if (answer === undefined || end === undefined) return err({ type: 'wrong' });
  return await inRefusableTransaction<Opened, SignInRefusal>(context.database, async (tx) => {
    const passkey = await lockPasskey(tx, answer.credentialId);
    if (passkey === undefined) return err({ type: 'wrong' });
    const counter = await answeredBy(place, answer.challenge, answer, {
      ...passkey,
      publicKey: new Uint8Array(passkey.publicKey),
    });
    if (counter === undefined || !(await useChallenge(tx, answer.challenge, end))) return err({ type: 'wrong' });
    await setPasskeyCounter(tx, passkey.credentialId, counter);
    const account = await findAccount(tx, passkey.account);
    if (account === undefined) return err({ type: 'wrong' });
    return ok(await openSession(tx, context, account, attempt.value, token));
  });
}

async function openSession(
  tx: Tx,
  context: AccountsContext,
  account: AccountRecord,
  attempt: string,
  before: string | undefined,
): Promise<Opened> {
  await appendAudit(tx, {
    event: 'account.signed_in',
    subject: account.id,
    actor: account.id,
    territory: null,
    isPublic: false,
    now: context.now(),
  });
  const token = await beginSession(tx, context, { account: account.id, hasSecondFactor: true, before });
  await forgetAttempt(tx, attempt);
  return { token, device: deviceToken(context, account.email) };
}
