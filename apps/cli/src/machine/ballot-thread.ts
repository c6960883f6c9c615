import { parentPort } from 'node:worker_threads';
import { createBallotJobs, type ThreadTask } from './ballot-jobs.ts';
import { loadMachineSuite } from './suite.ts';

// Thin on purpose: what a thread does can be tested without one.
const answer = createBallotJobs(await loadMachineSuite());
parentPort?.on('message', (task: ThreadTask) => {
  parentPort?.postMessage(answer(task));
});
