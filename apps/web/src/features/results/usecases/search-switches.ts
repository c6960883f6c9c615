import { openSearchStates } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { Attempt } from '../../../jobs/job-queue.ts';
import type { Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import type { ResultsNote } from '../archives/tasks.ts';
import { type ResultsContext, resultsJobNames } from '../results-context.ts';
import { lastMade } from '../store-archives.ts';
import { findSearch, moveSearch } from '../store-switches.ts';
import { runTask } from './run-task.ts';

/** A city of 160 projects takes minutes to hours; what takes longer is given up, and its pages say so. */
const longestSearch = 12 * 3_600_000;

/** Asks for a search that was noted, behind everything that somebody waits for. */
export const requestSearch = (tx: Tx, key: string): Promise<void> =>
  requestJob(tx, { name: resultsJobNames.switches, subject: key, priority: 20, queue: 'result-switches' });

/**
 * Looks for what would have changed the outcome of a large contest: a job, which goes on where another server left. Every
 * answer counts the whole contest some tens of times, out of the archive that was verified.
 */
export async function searchSwitches(
  context: ResultsContext,
  key: string,
  { signal, last }: Pick<Attempt, 'signal' | 'last'>,
): Promise<void> {
  const { database, archives, searches } = context;
  const search = await findSearch(database, key);
  if (search === undefined || !openSearchStates.includes(search.status)) return;
  const archive = await lastMade(database, search.consultation);
  invariant(archive !== undefined, 'what is looked for was asked by an archive that was made');
  const path = archives.pathsOf(archive.id).archive;
  let noted = Promise.resolve();
  const note = ({ done, found }: ResultsNote): void => {
    if (found === undefined) return;
    noted = noted.then(async () => void (await moveSearch(database, key, 'note', { done, ...found })));
  };
  const { contest, bytes, sha256 } = search;
  const done = await runTask(
    searches,
    { type: 'switches', path, contest, key, out: archives.switchesPath(key), begun: { bytes, sha256 } },
    { milliseconds: longestSearch, signal },
    note,
  );
  await noted;
  if (!done.ok && done.error === 'stopped') throw new Error('the server stops; another goes on');
  if (!done.ok && done.error === 'crashed' && !last) throw new Error('a process that looked for switches crashed');
  await moveSearch(database, key, done.ok ? 'finish' : 'give_up');
}
