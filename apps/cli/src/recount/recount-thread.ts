import { parentPort } from 'node:worker_threads';
import { recountFile, type RecountTask } from './recount-file.ts';

// Thin on purpose: what a thread does can be tested without one.
parentPort?.on('message', (task: RecountTask) => {
  void recountFile(task).then((recounted) => parentPort?.postMessage(recounted));
});
