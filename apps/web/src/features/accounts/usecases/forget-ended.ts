import type { AccountsContext } from '../accounts-context.ts';
import { forgetChallenges } from '../store-accounts.ts';
import { forgetAttemptsBefore } from '../store-attempts.ts';
import { forgetEndedSessions } from '../store-sessions.ts';
import { sessionLimits } from './sessions.ts';

/** No limit on attempts looks back further. */
const longestLimit = 24 * 60 * 60 * 1000;

/** Deletes what has ended and nobody looks at any more: sessions, attempts to sign in, answered challenges. */
export async function forgetEnded({ database, now }: AccountsContext): Promise<void> {
  const at = now();
  await forgetEndedSessions(database, sessionLimits(at));
  await forgetAttemptsBefore(database, new Date(at.getTime() - longestLimit));
  await forgetChallenges(database, at);
}
