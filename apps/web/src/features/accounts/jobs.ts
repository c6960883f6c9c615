import type { JobHandlers } from '../../jobs/job-queue.ts';
import { type AccountsContext, accountJobNames } from './accounts-context.ts';
import { forgetEnded } from './usecases/forget-ended.ts';

/** The jobs of accounts, each a use case. */
export const accountJobs = (context: AccountsContext): JobHandlers => ({
  [accountJobNames.cleaning]: () => forgetEnded(context),
});
