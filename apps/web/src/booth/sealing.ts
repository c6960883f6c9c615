import type { SealingAnswer, SealingRequest } from './seal-marks.ts';

/** Seals in a worker of its own. */
export interface Sealing {
  /** Makes the worker early, so that a lost network later does not matter. */
  prepare(): void;
  seal(request: SealingRequest): Promise<SealingAnswer>;
  /** Ends the worker, and with it all that it remembers. */
  end(): void;
}

/** Opens the worker at an address of this origin, the only one that the policy lets a worker come from. */
export function openSealing(address: string): Sealing {
  let ready: Worker | undefined;
  return {
    prepare() {
      ready ??= startWorker(address);
    },
    seal(request) {
      const worker = ready ?? startWorker(address);
      ready = undefined;
      return new Promise<SealingAnswer>((resolve, reject) => {
        worker.addEventListener('message', (event: MessageEvent<SealingAnswer>) => {
          resolve(event.data);
        });
        worker.addEventListener('error', () => {
          reject(new Error('the sealing worker failed'));
        });
        worker.postMessage(request);
      }).finally(() => {
        worker.terminate();
      });
    },
    end() {
      ready?.terminate();
      ready = undefined;
    },
  };
}

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

declare global {
  interface Window {
    /** Not in the type library of the language yet. */
    readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

let policy: ScriptPolicy | undefined;

/** The one address of a script that this program makes use of, and the one policy that may name it. */
function startWorker(address: string): Worker {
  policy ??= makePolicy();
  return new Worker(policy.createScriptURL(address));
}

function makePolicy(): ScriptPolicy {
  const rules = {
    createScriptURL(address: string): string {
      if (new URL(address, location.href).origin !== location.origin) throw new TypeError('a script of another origin');
      return address;
    },
  };
  return window.trustedTypes?.createPolicy('booth', rules) ?? rules;
}
