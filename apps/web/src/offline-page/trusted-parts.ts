interface TrustRules {
  createScriptURL(address: string): string;
  createHTML(html: string): string;
}

declare global {
  interface Window {
    /** Not in the type library of the language yet. */
    readonly trustedTypes?: { createPolicy(name: string, rules: TrustRules): TrustRules };
  }
}

/** What browsers take from a page of one file only under a policy that it names. */
export interface TrustedParts {
  /** Makes a worker of the very text of the page's program: there is no other file that it could come from. */
  readonly startWorker: () => Worker;
  /**
   * Shows a document in a frame. It has the origin of the page, from a disk too, so that the page can print it; the page's
   * policy holds in it, and no script runs.
   */
  readonly showIn: (frame: HTMLIFrameElement, html: string) => void;
}

/** @param name of the policy that the page allows; it is made once. */
export function trustedParts(name: string): TrustedParts {
  const program = document.currentScript?.textContent ?? '';
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const rules: TrustRules = {
    createScriptURL(wanted) {
      if (wanted !== address) throw new TypeError('another script than this');
      return wanted;
    },
    createHTML: (html) => html,
  };
  const policy = window.trustedTypes?.createPolicy(name, rules) ?? rules;
  return {
    startWorker: () => new Worker(policy.createScriptURL(address)),
    showIn: (frame, html) => {
      // Neither scripts nor forms: only what the page itself asks of it, and printing.
      frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
      frame.srcdoc = policy.createHTML(html);
    },
  };
}
