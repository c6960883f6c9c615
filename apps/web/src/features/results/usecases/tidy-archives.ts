import { inTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { type ResultsContext, resultsJobNames } from '../results-context.ts';
import { archivesToKeep, unfinishedArchives } from '../store-archives.ts';
import { knownSearches, openSearches } from '../store-switches.ts';
import { longestPart } from './archive-files.ts';
import { requestMaking } from './request-archive.ts';
import { requestSearch } from './search-switches.ts';

/**
 * Frees the room of what nobody will see: a job of every day, and what follows the making of an archive.
 *
 * Kept are the published archive of each consultation, those that were published before it, whose hashes stand in the
 * public trail, the one that is made and the one that may be published next.
 */
export const tidyArchives = ({ database, archives, now }: ResultsContext): Promise<void> =>
  archives.tidy({
    archives: (ids) => archivesToKeep(database, ids),
    searches: (keys) => knownSearches(database, keys),
    since: new Date(now().getTime() - longestPart),
  });

/** Asks again for all that a server left, whatever became of its jobs; what it left half-made goes. */
export const resumeResults = (context: ResultsContext): Promise<void> =>
  inTransaction(context.database, async (tx) => {
    for (const archive of await unfinishedArchives(tx)) await requestMaking(tx, archive);
    for (const key of await openSearches(tx)) await requestSearch(tx, key);
    await requestJob(tx, { name: resultsJobNames.tidy, subject: '', priority: 10, queue: 'consultation-archives' });
  });
