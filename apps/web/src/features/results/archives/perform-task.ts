import { assertNever } from '@convite/kernel';
import { countContests } from './count-contests.ts';
import { indexArchive } from './index-archive.ts';
import { makeFile, makePartFile } from './make-file.ts';
import type { ResultsAnswer, ResultsNote, ResultsTask } from './tasks.ts';
import { verifyShare } from './verify-share.ts';

/** Does one piece of work, wherever it runs. */
export async function performTask(task: ResultsTask, tell: (note: ResultsNote) => void): Promise<ResultsAnswer> {
  switch (task.type) {
    case 'count':
      return { type: 'counted', contests: await countContests(task, (done) => tell({ done })) };
    case 'make':
      return { type: 'made', ...(await makeFile(task)) };
    case 'part':
      return { type: 'made', ...(await makePartFile(task)) };
    case 'verify':
      return await verifyShare(task, (done) => tell({ done }));
    case 'index':
      return await indexArchive(task);
    default:
      return assertNever(task);
  }
}
