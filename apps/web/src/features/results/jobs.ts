import type { JobHandlers } from '../../jobs/job-queue.ts';
import { type ResultsContext, resultsJobNames } from './results-context.ts';
import { makeArchivePart } from './usecases/archive-files.ts';
import { countContests } from './usecases/count-contests.ts';
import { makeConsultationArchive } from './usecases/make-archive.ts';
import { searchSwitches } from './usecases/search-switches.ts';
import { tidyArchives } from './usecases/tidy-archives.ts';

/** The jobs of results. */
export const resultsJobs = (context: ResultsContext): JobHandlers => ({
  [resultsJobNames.count]: (consultation, attempt) => countContests(context, consultation, attempt),
  [resultsJobNames.part]: (part, attempt) => makeArchivePart(context, part, attempt),
  [resultsJobNames.switches]: (key, attempt) => searchSwitches(context, key, attempt),
  [resultsJobNames.tidy]: () => tidyArchives(context),
  [resultsJobNames.archive]: (archive, attempt) => makeConsultationArchive(context, archive, attempt),
});
