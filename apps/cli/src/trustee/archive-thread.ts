import { parentPort } from 'node:worker_threads';
import { type ArchiveTask, createArchiveJobs } from './archive-jobs.ts';

// Thin on purpose: what a thread does can be tested without one.
const answer = createArchiveJobs();
parentPort?.on('message', (task: ArchiveTask) => {
  void answer(task).then((verdict) => parentPort?.postMessage(verdict));
});
