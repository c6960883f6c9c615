import { readBoothData } from './booth-data.ts';
import { codeProblem } from './code-problem.ts';
import { codeIn } from './code-view.ts';
import { forgetAll, forgetUnsent, openDraft } from './draft.ts';
import { wasLeft, whenLeft } from './idle.ts';
import { openPaper, type Paper, type Sitting } from './open-paper.ts';
import { part } from './page-parts.ts';

let open = new AbortController();
let paper: Paper | undefined;

const sitting: Sitting = {
  code: undefined,
  address: undefined,
  admission: undefined,
  follow(address) {
    void showNext(address);
  },
  finish(steps) {
    sitting.code = undefined;
    sitting.address = undefined;
    open.abort();
    forgetAll(storage());
    leave(finished, steps);
  },
};
let finished = '/';

async function showNext(address: string): Promise<void> {
  const arrived = await fetchPage(address);
  const next = arrived?.querySelector('#booth');
  // Whatever is in the way, the address itself shows the paper; only the code is asked for again.
  if (next === null || next === undefined) return location.assign(address);
  open.abort();
  part(document, 'booth', HTMLElement).replaceWith(document.importNode(next, true));
  history.pushState(null, '', address);
  openHere();
}

function openHere(): void {
  const data = readBoothData(document);
  if (data === undefined) return;
  open = new AbortController();
  finished = data.finished;
  document.documentElement.classList.add('scripted');
  paper = openPaper(document, data, openDraft(storage(), data.contest, data.fingerprint), sitting, open.signal);
  if (sitting.code === undefined && addressCode !== undefined && codeProblem(addressCode, data.words) === undefined) {
    sitting.code = addressCode;
  }
  addressCode = undefined;
}

/** Takes what an address carries behind its `#` out of it, before anybody sees it: the code of a letter, or an admission. */
function takeFragment(form: RegExp): string | undefined {
  if (!form.test(location.hash)) return undefined;
  const carried = codeIn(location.hash);
  history.replaceState(history.state, '', location.pathname + location.search);
  return carried;
}

/** The storage of this tab; some browsers forbid to look at it. */
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** Reads another paper as a document, in which no script runs. */
const fetchPage = (address: string): Promise<Document | undefined> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('loadend', () => {
      const { responseXML } = request;
      resolve(responseXML ?? undefined);
    });
    request.send();
  });

/** Goes back to the first step of the paper, so that none of the others stays ahead, and then to the last page. */
function leave(address: string, steps: number): void {
  const go = (): void => {
    location.assign(address);
  };
  if (steps === 0) return go();
  addEventListener('popstate', go, { once: true });
  history.go(-steps);
}

/** Takes everything back that the next person could see or use: a receipt tells no choice, and what is sealed goes on. */
function leaveAlone(): void {
  const hadCode = sitting.code !== undefined;
  sitting.code = undefined;
  sitting.address = undefined;
  forgetUnsent(storage());
  paper?.leave(hadCode);
}

let addressCode = takeFragment(/^#[\w-]{15,30}$/u);
sitting.admission = takeFragment(/^#[\w-]{24}\.[\w-]{43}$/u);
// A page that comes back out of the browser's memory may hold what was erased.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
if (wasLeft(storage())) forgetUnsent(storage());
whenLeft(storage(), leaveAlone);
if (isSecureContext) openHere();
else document.documentElement.classList.add('insecure');
