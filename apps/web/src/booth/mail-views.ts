import { type BoothData, filled } from './booth-data.ts';
import { onClick, onSubmit, part, say } from './page-parts.ts';
import { send, type Sent } from './sending.ts';

/** What the views of the code by e-mail take from the paper and give back to it. */
interface MailPaper {
  /** The address, in memory alone. */
  address(): string | undefined;
  keepAddress(address: string): void;
  /** Whether this tab has asked for a code: one that was asked for elsewhere is good there alone. */
  hasAsked(): boolean;
  /** The question and the number of the admission: drawn and kept before they are sent, so that a lost answer loses nothing. */
  drawn(): { readonly question: string; readonly number: string };
  showMailed(): void;
  showAddress(): void;
  admitted(admission: string): void;
}

/** Where a voter says to which address a code is sent, and types it. */
export interface MailViews {
  openAddress(reason: string | undefined): void;
  openMailed(): void;
  /** Empties the field of the code, and counts no seconds any more. */
  close(): void;
}

/** Seconds until another code may be asked for. */
const patience = 60;
/** So often the server lets a code be typed wrongly. */
const mostTries = 3;

/** Opens both views, where the consultation asks for a code. */
export function openMailViews(
  page: Document,
  { words: { errorTitle, titles } }: BoothData,
  { codes, admissions, words }: NonNullable<BoothData['mail']>,
  signal: AbortSignal,
  paper: MailPaper,
): MailViews {
  const view = (name: 'address' | 'mailed') => ({
    field: part(page, `${name}-field`, HTMLInputElement),
    problem: part(page, `${name}-problem`, HTMLElement),
    busy: part(page, `${name}-busy`, HTMLElement),
    title: titles[name],
  });
  const [address, mailed] = [view('address'), view('mailed')];
  const wait = part(page, 'mailed-wait', HTMLElement);
  const again = part(page, 'mailed-again', HTMLButtonElement);
  const have = part(page, 'address-have', HTMLButtonElement);
  let [tries, mayAskAt, isBusy, isAsked] = [0, 0, false, false];
  let ticking: ReturnType<typeof setInterval> | undefined;

  const settle = ({ field, problem }: typeof address): void => {
    field.removeAttribute('aria-invalid');
    say(problem, undefined);
  };
  const refuse = ({ field, problem, title }: typeof address, sentence: string): void => {
    say(problem, sentence);
    page.title = filled(errorTitle, { title });
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  };
  /** One question at a time; whoever presses twice asks once. */
  const question = async (
    where: typeof address,
    saying: string,
    to: string,
    asked: Readonly<Record<string, string>>,
    answered: (sent: Sent | undefined) => void,
  ): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    settle(where);
    say(where.busy, saying);
    const sent = await send(to, JSON.stringify(asked));
    isBusy = false;
    say(where.busy, undefined);
    if (!signal.aborted) answered(sent);
  };
  const whyNot = (sent: Sent | undefined): string => words.refusals[sent?.parts.code ?? ''] ?? words.offline;

  const ask = (where: typeof address): void => {
    const asked = { address: paper.address() ?? '', question: paper.drawn().question };
    void question(where, words.asking, codes, asked, (sent) => {
      if (sent?.response.ok !== true) return refuse(where, whyNot(sent));
      [tries, isAsked, mayAskAt] = [0, true, Date.now() + patience * 1000];
      paper.showMailed();
    });
  };
  const tick = (): void => {
    const seconds = Math.ceil((mayAskAt - Date.now()) / 1000);
    say(wait, seconds > 0 ? filled(words.wait, { seconds: String(seconds) }) : undefined);
    again.hidden = seconds > 0;
    if (seconds <= 0) clearInterval(ticking);
  };
  const take = (act: () => void): void => {
    const typed = address.field.value.trim();
    if (typed === '' || !address.field.checkValidity()) return refuse(address, words.addressWrong);
    if (typed !== paper.address()) [mayAskAt, isAsked] = [0, false];
    paper.keepAddress(typed);
    act();
  };

  onSubmit(part(page, 'address-form', HTMLFormElement), signal, () => {
    take(() => {
      ask(address);
    });
  });
  onClick(have, signal, () => {
    take(() => {
      // For another address than before nothing was asked here.
      if (paper.hasAsked()) paper.showMailed();
      else ask(address);
    });
  });
  onClick(again, signal, () => {
    ask(mailed);
  });
  onClick(part(page, 'mailed-other', HTMLButtonElement), signal, () => {
    paper.showAddress();
  });
  onSubmit(part(page, 'mailed-form', HTMLFormElement), signal, () => {
    const code = mailed.field.value.replaceAll(/[\s\p{Pd}]/gu, '');
    if (!/^\d{8}$/u.test(code)) return refuse(mailed, words.codeMissing);
    const typed = { address: paper.address() ?? '', code, ...paper.drawn() };
    void question(mailed, words.checking, admissions, typed, (sent) => {
      const { admission, code: refused } = sent?.parts ?? {};
      if (sent?.response.ok === true && admission !== undefined) return paper.admitted(admission);
      if (refused === 'wrong_code') tries += 1;
      refuse(mailed, refused === 'wrong_code' && tries >= mostTries ? words.triesOver : whyNot(sent));
    });
  });
  return {
    openAddress(reason) {
      settle(address);
      have.hidden = !paper.hasAsked();
      address.field.value = paper.address() ?? '';
      say(part(page, 'address-reason', HTMLElement), reason);
    },
    openMailed() {
      settle(mailed);
      mailed.field.value = '';
      const sentence = isAsked ? words.sent : words.sentBefore;
      say(part(page, 'mailed-says', HTMLElement), filled(sentence, { address: covered(paper.address() ?? '') }));
      clearInterval(ticking);
      ticking = setInterval(tick, 1000);
      tick();
    },
    close() {
      clearInterval(ticking);
      mailed.field.value = '';
    },
  };
}

/** An address of which whoever looks on learns little: `a•••@enramada.example`. */
export const covered = (address: string): string => address.replace(/^(.).*@/u, '$1•••@');

/** 144 random bits in base64url. */
export const drawNumber = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
