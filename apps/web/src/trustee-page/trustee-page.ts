import { loadBrowserSuite } from '../offline-page/browser-suite.ts';
import { trustedParts } from '../offline-page/trusted-parts.ts';
import { openMemory, passingMemory } from './key-memory.ts';
import { openTrusteePage } from './page.ts';
import { servePasses } from './pass-worker.ts';

/** One program for the page and its worker, for the page is one file. */
async function start(): Promise<void> {
  const { startWorker } = trustedParts('trustee');
  const [suite, memory] = [await loadBrowserSuite(), await openMemory()];
  openTrusteePage({ suite, memory: memory ?? passingMemory(), startWorker });
}

if (typeof document === 'undefined') servePasses();
else void start();
