import type { Act } from '@convite/domain';
import type { Database } from '../../../persistence/database.ts';
import { findWaitingAct } from '../store-acts.ts';

/** The act on this subject that waits for a second person; undefined when none does. */
export const waitingAct = (
  { database }: { readonly database: Database },
  act: Act,
  subject: string,
): Promise<string | undefined> => findWaitingAct(database, act, subject);
