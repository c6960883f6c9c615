import type { Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { jobNames } from '../consultations-context.ts';

/** What the clocks of a server and of the database may differ by, in milliseconds. */
const soon = 500;

/** Asks for a vote to be closed at its end; asked again for another end, the earlier one is forgotten. */
export const requestClosing = (tx: Tx, consultation: string, closesAt: number, now: Date): Promise<void> =>
  requestJob(tx, {
    ...{ name: jobNames.close, subject: consultation, priority: 1, queue: undefined },
    delay: Math.max(soon, closesAt - now.getTime()),
  });
