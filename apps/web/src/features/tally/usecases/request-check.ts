import type { Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { tallyJobNames } from '../tally-context.ts';

/** Asks for what a trustee brought to be looked at. */
export const requestCheck = (tx: Tx, answer: string): Promise<void> =>
  requestJob(tx, { name: tallyJobNames.answer, subject: answer, priority: 5, queue: undefined });
