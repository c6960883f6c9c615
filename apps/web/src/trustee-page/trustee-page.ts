import { loadBrowserSuite } from '../offline-page/browser-suite.ts';
import { workerMaker } from '../offline-page/worker-maker.ts';
import { openMemory, passingMemory } from './key-memory.ts';
import { openTrusteePage } from './page.ts';
import { servePasses } from './pass-worker.ts';

/** One program for the page and its worker, for the page is one file. */
async function start(): Promise<void> {
  const startWorker = workerMaker('trustee');
  const [suite, memory] = [await loadBrowserSuite(), await openMemory()];
  openTrusteePage({ suite, memory: memory ?? passingMemory(), startWorker });
}

if (typeof document === 'undefined') servePasses();
else void start();
