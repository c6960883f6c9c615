interface ScriptPolicy {
  createScriptURL(address: string): string;
}

declare global {
  interface Window {
    /** Not in the type library of the language yet. */
    readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

/**
 * Makes workers of the very text of the page's program: there is no other file that they could come from.
 *
 * @param name of the policy that the page allows.
 */
export function workerMaker(name: string): () => Worker {
  const program = document.currentScript?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const rules = {
    createScriptURL(wanted: string): string {
      if (wanted !== address) throw new TypeError('another script than this');
      return wanted;
    },
  };
  const policy = window.trustedTypes?.createPolicy(name, rules) ?? rules;
  return () => new Worker(policy.createScriptURL(address));
}
