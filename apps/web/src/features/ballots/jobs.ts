import type { JobHandlers } from '../../jobs/job-queue.ts';
import type { BallotsContext } from './ballots-context.ts';
import { sendCode, sendCodeJob } from './usecases/second-factor.ts';

/** The jobs of ballots. */
export const ballotJobs = (context: BallotsContext): JobHandlers => ({
  [sendCodeJob]: (subject) => sendCode(context, subject),
});
