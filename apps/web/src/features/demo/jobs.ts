import type { JobHandlers } from '../../jobs/job-queue.ts';
import { type DemoContext, demoJobNames } from './demo-context.ts';
import { makeDemo } from './usecases/make-demo.ts';

/** The job of the demo. */
export const demoJobs = (context: DemoContext): JobHandlers => ({
  [demoJobNames.make]: (_subject, attempt) => makeDemo(context, attempt),
});
