import { type BoothData, filled, markOf } from './booth-data.ts';
import { cast } from './casting.ts';
import type { Kept } from './draft.ts';
import { onClick, optionalPart, part } from './page-parts.ts';
import { openSealing } from './sealing.ts';

/** What casting takes from the paper and gives back to it. */
interface CastingPaper {
  now(): Kept;
  keep(kept: Kept): void;
  /** The code, which only memory holds: undefined after a reload. */
  code(): string | undefined;
  askCode(): void;
  /** What the code by e-mail was exchanged for, where one is asked for. */
  admission(): string | undefined;
  showReceipt(): void;
}

export interface CastingSteps {
  /** Loads what sealing takes, so that a lost network later does not matter. */
  prepare(): void;
  /** Seals and sends; goes on where it stopped when it is called again. */
  proceed(): void;
  /** Tries nothing more by itself: the voter has turned to something else, and may change her mind. */
  pause(): void;
  end(): void;
}

/** What is mended by the code of the right letter, not by other choices. */
const codeRefusals = new Set(['code_unreadable', 'unknown_credential', 'void_credential', 'too_many_ballots']);

/** From “cast” to the receipt, through every way in which a network fails. */
export function openCasting(page: Document, data: BoothData, signal: AbortSignal, paper: CastingPaper): CastingSteps {
  const { words } = data;
  const sealing = openSealing(data.worker);
  const heading = part(page, 'sealing-title', HTMLElement);
  const says = part(page, 'sealing-says', HTMLElement);
  const again = part(page, 'again', HTMLButtonElement);
  const wayBack = part(page, 'way-back', HTMLElement);
  const [change, otherCode] = [part(page, 'change-after', HTMLElement), part(page, 'code-after', HTMLElement)];
  const otherPass = optionalPart(page, 'pass-after', HTMLElement);
  let election: Promise<string | undefined> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isWatched = false;

  const tell = (sentence: string, offer?: HTMLElement): void => {
    heading.textContent = offer === wayBack ? words.notCast : words.sealingTitle;
    says.textContent = sentence;
    again.hidden = offer !== again;
    wayBack.hidden = offer !== wayBack;
  };
  /** Puts the way out that helps first, and fills its button. */
  const lead = (way: HTMLElement): void => {
    for (const each of [change, otherCode]) each.classList.toggle('two', each !== way);
    way.parentElement?.prepend(way);
  };
  const later = (sentence: string, seconds: number): void => {
    tell(sentence, again);
    if (isWatched) timer = setTimeout(proceed, seconds * 1000);
  };
  const refuse = (code: string): void => {
    const { marked, blank } = paper.now();
    paper.keep({ marked, blank });
    otherPass?.toggleAttribute('hidden', !code.startsWith('admission_'));
    lead(codeRefusals.has(code) ? otherCode : change);
    tell(words.refusals[code] ?? words.refusalOther, wayBack);
  };

  const send = async (ballot: NonNullable<Kept['sealed']>): Promise<void> => {
    tell(words.sending);
    const answer = await cast(data.ballots, ballot, paper.admission());
    if (answer.type === 'refused') return refuse(answer.code);
    if (answer.type === 'unknown') return later(words.unsent, answer.seconds);
    if (answer.type === 'waiting') {
      return later(filled(words.waiting, { position: String(answer.position) }), answer.seconds);
    }
    paper.keep({
      marked: [],
      blank: false,
      receipt: { tracker: ballot.tracker, answer: answer.answer, at: answer.at },
    });
    paper.showReceipt();
  };
  const seal = async (credential: string): Promise<void> => {
    tell(words.sealing);
    const text = await (election ??= readElection(data.election));
    if (text === undefined) {
      election = undefined;
      return later(words.offline, 3);
    }
    const { marked, blank } = paper.now();
    const marks = data.options.filter(({ number }) => marked.includes(number)).map((option) => markOf(page, option));
    const answer = await sealing.seal({ election: text, fingerprint: data.fingerprint, credential, marks });
    // Whoever went back meanwhile may have changed the choice: what was sealed is let go.
    if (!isWatched) return;
    if (!answer.ok) return refuse(answer.error.code);
    paper.keep({ marked, blank, sealed: answer.value });
    return send(answer.value);
  };
  const step = (): Promise<void> => {
    const { sealed } = paper.now();
    if (sealed !== undefined) return send(sealed);
    const code = paper.code();
    if (code !== undefined) return seal(code);
    paper.askCode();
    return Promise.resolve();
  };
  const proceed = (): void => {
    isWatched = true;
    if (isBusy) return;
    isBusy = true;
    clearTimeout(timer);
    void step()
      .catch(() => {
        refuse('worker_failed');
      })
      .finally(() => {
        isBusy = false;
      });
  };

  onClick(again, signal, proceed);
  addEventListener(
    'online',
    () => {
      if (isWatched && !again.hidden) proceed();
    },
    { signal },
  );
  return {
    prepare() {
      election ??= readElection(data.election);
      sealing.prepare();
    },
    proceed,
    pause() {
      isWatched = false;
      clearTimeout(timer);
    },
    end() {
      clearTimeout(timer);
      sealing.end();
    },
  };
}

/** The election's parameters, byte for byte. */
const readElection = (address: string): Promise<string | undefined> =>
  fetch(address, { credentials: 'omit' })
    .then((response) => (response.ok ? response.text() : undefined))
    .catch(() => undefined);
