import { loadBrowserSuite } from './browser-suite.ts';
import { openMemory, passingMemory } from './key-memory.ts';
import { openPage } from './page.ts';
import { servePasses } from './pass-worker.ts';

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

declare global {
  interface Window {
    /** Not in the type library of the language yet. */
    readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

/** Makes workers of the very text of this program: there is no other file that they could come from. */
function workerMaker(program: string): () => Worker {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const rules = {
    createScriptURL(wanted: string): string {
      if (wanted !== address) throw new TypeError('another script than this');
      return wanted;
    },
  };
  const policy = window.trustedTypes?.createPolicy('trustee', rules) ?? rules;
  return () => new Worker(policy.createScriptURL(address));
}

/** One program for the page and its worker, for the page is one file. */
async function start(): Promise<void> {
  const program = document.currentScript?.textContent ?? '';
  const [suite, memory] = [await loadBrowserSuite(), await openMemory()];
  openPage(suite, memory ?? passingMemory(), workerMaker(program));
}

if (typeof document === 'undefined') servePasses();
else void start();
