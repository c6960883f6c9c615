import { loadMachineSuite } from '@convite/machine';
import { constants, setPriority } from 'node:os';
import { platform } from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { makeProofTasks, type ProofTask } from './proof-tasks.ts';
import type { ThreadOptions } from './proof-threads.ts';

// Thin on purpose: what a thread does can be tested without one.
const { standsBack }: ThreadOptions = workerData;
// Linux alone has a priority for each thread: elsewhere it would be that of the whole server.
if (standsBack === true && platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const perform = makeProofTasks(await loadMachineSuite());
parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: ProofTask }) => {
  void perform(task).then((answer) => parentPort?.postMessage({ id, answer }));
});
