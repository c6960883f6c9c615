import type { JobHandlers } from '../../jobs/job-queue.ts';
import { jobNames, type RecountsContext } from './recounts-context.ts';
import { countRecount } from './usecases/count-recount.ts';
import { findAllSwitches, findProjectSwitches } from './usecases/find-switches.ts';
import { deleteExpired } from './usecases/remove-upload.ts';

/** The jobs of recounts, each a use case. */
export const recountJobs = (context: RecountsContext): JobHandlers => ({
  [jobNames.count]: (hash, attempt) => countRecount(context, hash, attempt),
  [jobNames.switches]: (hash, attempt) => findAllSwitches(context, hash, attempt),
  [jobNames.projectSwitches]: (subject, attempt) => findProjectSwitches(context, subject, attempt),
  [jobNames.cleaning]: () => deleteExpired(context),
});
