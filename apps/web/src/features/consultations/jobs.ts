import type { JobHandlers } from '../../jobs/job-queue.ts';
import { type ConsultationsContext, jobNames } from './consultations-context.ts';
import { performWork } from './usecases/bulk-work.ts';
import { closeByClock } from './usecases/close-by-clock.ts';

/** The jobs of consultations. */
export const consultationJobs = (context: ConsultationsContext): JobHandlers => ({
  [jobNames.close]: (consultation) => closeByClock(context, consultation),
  [jobNames.bulk]: (work, { signal }) => performWork(context, work, signal),
});
