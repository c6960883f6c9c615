import { parentPort } from 'node:worker_threads';
import { createBallotJobs, type ThreadTask } from './ballot-jobs.ts';

// Thin on purpose: what a thread does can be tested without one.
const answer = createBallotJobs();
parentPort?.on('message', (task: ThreadTask) => {
  parentPort?.postMessage(answer(task));
});
