import { createHash } from 'node:crypto';
import type { Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import {
  endSession,
  findSession,
  putSession,
  type SessionLimits,
  type SignedIn,
  touchSession,
} from '../store-sessions.ts';

const minute = 60_000;
/** Nothing asked for so long, or begun so long ago: the session has ended. */
const [idle, longest] = [15 * minute, 12 * 60 * minute];
/** The time of the last request is kept to this exactness, so that reading pages seldom writes. */
const touchEvery = minute / 2;

const tokenBytes = 32;

/** What is stored of a secret that is long and random enough that no slow hash is needed. */
export const secretHash = (secret: string): string =>
  createHash('sha256').update(`convite/secret/1 ${secret}`).digest('hex');

export const sessionLimits = (now: Date): SessionLimits => ({
  seenAfter: new Date(now.getTime() - idle),
  madeAfter: new Date(now.getTime() - longest),
});

/** Whether both proofs were given so short a time ago that proofs themselves may be changed. */
export const isFresh = ({ madeAt }: SignedIn, now: Date): boolean => now.getTime() - madeAt.getTime() < idle;

/** Who holds this token; a session in use lives on. */
export async function readSession(context: AccountsContext, token: string): Promise<SignedIn | undefined> {
  const now = context.now();
  const hash = secretHash(token);
  const session = await findSession(context.database, hash, sessionLimits(now));
  if (session !== undefined && now.getTime() - session.seenAt.getTime() > touchEvery) {
    await touchSession(context.database, hash, now);
  }
  return session;
}

/** Begins a session under a new token; the one that this browser had before ends with it. @returns the token. */
export async function beginSession(
  tx: Tx,
  { random, now }: AccountsContext,
  session: {
    readonly account: string;
    readonly hasSecondFactor: boolean;
    readonly before: string | undefined;
  },
): Promise<string> {
  const { account, hasSecondFactor, before } = session;
  if (before !== undefined) await endSession(tx, secretHash(before));
  const token = Buffer.from(random(tokenBytes)).toString('base64url');
  await putSession(tx, { tokenHash: secretHash(token), account, hasSecondFactor, now: now() });
  return token;
}
