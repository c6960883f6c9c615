import { loadMachineSuite } from '@convite/machine';
import { parentPort } from 'node:worker_threads';
import { createBallotJobs, type ThreadTask } from './ballot-jobs.ts';
import { garbageCollection } from './garbage.ts';

// Thin on purpose: what a thread does can be tested without one.
const answer = createBallotJobs(await loadMachineSuite());
const garbage = garbageCollection(() => performance.now());
garbage.now();
parentPort?.on('message', (task: ThreadTask) => {
  parentPort?.postMessage(answer(task));
  garbage.nowAndThen();
});
