import { parentPort } from 'node:worker_threads';
import { createContestJobs, type ContestTask } from './contest-jobs.ts';

// Thin on purpose: what a thread does can be tested without one.
const answer = createContestJobs();
parentPort?.on('message', (task: ContestTask) => {
  void answer(task).then((verdict) => parentPort?.postMessage(verdict));
});
