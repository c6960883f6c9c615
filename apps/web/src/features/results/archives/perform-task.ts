import { countContests } from './count-contests.ts';
import type { ResultsAnswer, ResultsNote, ResultsTask } from './tasks.ts';

/** Does one piece of work, wherever it runs. */
export async function performTask(task: ResultsTask, tell: (note: ResultsNote) => void): Promise<ResultsAnswer> {
  return { type: 'counted', contests: await countContests(task, (done) => tell({ done })) };
}
