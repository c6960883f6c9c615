import type { JobHandlers } from '../../jobs/job-queue.ts';
import { type ResultsContext, resultsJobNames } from './results-context.ts';
import { countContests } from './usecases/count-contests.ts';

/** The jobs of results. */
export const resultsJobs = (context: ResultsContext): JobHandlers => ({
  [resultsJobNames.count]: (consultation, attempt) => countContests(context, consultation, attempt),
});
