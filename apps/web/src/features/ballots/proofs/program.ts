import { loadMachineSuite } from '@convite/machine';
import { parentPort } from 'node:worker_threads';
import { makeProofTasks, type ProofTask } from './proof-tasks.ts';

// Thin on purpose: what a thread does can be tested without one.
const perform = makeProofTasks(await loadMachineSuite());
parentPort?.on('message', ({ id, task }: { readonly id: number; readonly task: ProofTask }) => {
  void perform(task).then((answer) => parentPort?.postMessage({ id, answer }));
});
