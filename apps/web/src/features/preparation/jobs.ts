import type { JobHandlers } from '../../jobs/job-queue.ts';
import { type PreparationContext, preparationJobNames } from './preparation-context.ts';
import { readCredentials } from './usecases/read-credentials.ts';
import { setUpElections } from './usecases/set-up-elections.ts';

/** The jobs of preparation. */
export const preparationJobs = (context: PreparationContext): JobHandlers => ({
  [preparationJobNames.read]: (id, attempt) => readCredentials(context, id, attempt),
  [preparationJobNames.setUp]: (consultation, attempt) => setUpElections(context, consultation, attempt),
});
