import type { Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import { challengeEnd, type ChallengeKey, makeChallenge } from '../proofs/challenge.ts';
import { madePasskey, type PasskeyPlace, readPasskeyAnswer, registrationOptions } from '../proofs/passkey.ts';
import { type AccountRecord, putPasskey, useChallenge } from '../store-accounts.ts';

/** A passkey that is being made answers for one account alone. */
const under = ({ key }: AccountsContext, account: string): ChallengeKey => ({ key, purpose: `register ${account}` });

/** What the script of the page asks the browser for; a device that holds one of the `known` makes no second. */
export const offerPasskey = (
  context: AccountsContext,
  place: PasskeyPlace,
  { id, email, name }: AccountRecord,
  known: readonly string[],
): Promise<string> =>
  registrationOptions(
    place,
    { account: id, email, name },
    makeChallenge(under(context, id), context.random, context.now()),
    known,
  );

/** Checks what the browser made and keeps it. @returns false when it holds no new passkey for this account. */
export async function takePasskey(
  tx: Tx,
  context: AccountsContext,
  place: PasskeyPlace,
  account: string,
  given: string,
): Promise<boolean> {
  const now = context.now();
  const answer = readPasskeyAnswer(given);
  const end = answer && challengeEnd(under(context, account), answer.challenge, now);
  if (answer === undefined || end === undefined) return false;
  const made = await madePasskey(place, answer.challenge, answer);
  if (made === undefined || !(await useChallenge(tx, answer.challenge, end))) return false;
  return await putPasskey(tx, { ...made, account, name: new URL(place.origin).hostname, now });
}
