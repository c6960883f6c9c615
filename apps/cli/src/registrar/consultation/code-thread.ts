import { invariant } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { type CodeJob, type CodeSettings, type CodeWork, makeCodeJobs } from '@convite/registrar';
import { parentPort } from 'node:worker_threads';

// Thin on purpose: what a thread does can be tested without one.
const suite = await loadMachineSuite();
let work: ((job: CodeJob) => CodeWork) | undefined;
parentPort?.on('message', (message: { readonly settings: CodeSettings } | { readonly job: CodeJob }) => {
  if ('settings' in message) work = makeCodeJobs(suite, message.settings);
  else {
    invariant(work !== undefined, 'a thread is told the settings before its first job');
    parentPort?.postMessage(work(message.job));
  }
});
