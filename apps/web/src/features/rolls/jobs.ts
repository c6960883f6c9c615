import type { JobHandlers } from '../../jobs/job-queue.ts';
import { rollJobNames, type RollsContext } from './rolls-context.ts';
import { applyImport } from './usecases/apply-import.ts';
import { makeCommitment } from './usecases/make-commitment.ts';
import { readImport } from './usecases/read-import.ts';

/** The jobs of rolls, each a use case. */
export const rollJobs = (context: RollsContext): JobHandlers => ({
  [rollJobNames.read]: (id, attempt) => readImport(context, id, attempt),
  [rollJobNames.apply]: (id) => applyImport(context, id),
  [rollJobNames.commit]: (id, attempt) => makeCommitment(context, id, attempt),
});
