import { assertNever } from '@convite/kernel';
import { isNoRoom } from '../../../jobs/disk-room.ts';
import { countContests } from './count-contests.ts';
import { findSwitches } from './find-switches.ts';
import { indexArchive } from './index-archive.ts';
import { makeFile, makePartFile } from './make-file.ts';
import type { ResultsAnswer, ResultsNote, ResultsTask } from './tasks.ts';
import { verifyShare } from './verify-share.ts';

/** Does one piece of work, wherever it runs; a full disk is an answer. */
export async function performTask(task: ResultsTask, tell: (note: ResultsNote) => void): Promise<ResultsAnswer> {
  try {
    return await performed(task, tell);
  } catch (fault) {
    if (isNoRoom(fault)) return { type: 'no_room' };
    throw fault;
  }
}

async function performed(task: ResultsTask, tell: (note: ResultsNote) => void): Promise<ResultsAnswer> {
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
    case 'switches':
      return await findSwitches(task, tell);
    default:
      return assertNever(task);
  }
}
