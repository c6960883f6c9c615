import type { BoothData, BoothView } from './booth-data.ts';
import { openCasting } from './casting-steps.ts';
import { openChooseView } from './choose-view.ts';
import { openCodeView } from './code-view.ts';
import type { Draft, Kept, Pass } from './draft.ts';
import { drawNumber, openMailViews } from './mail-views.ts';
import { onClick, onSubmit, optionalPart, part } from './page-parts.ts';
import { drawReceipt } from './receipt-view.ts';
import { drawReview } from './review-view.ts';
import { openSteps, placeNow } from './steps.ts';

/** What a voter carries from one paper to the next, and what ends the sitting. */
export interface Sitting {
  /** The code, in memory alone. */
  code: string | undefined;
  /** The address to which codes are sent, in memory alone. */
  address: string | undefined;
  /** The admission that the address of the page brought; the first paper takes it. */
  admission: string | undefined;
  /** Shows the paper at another address of the booth in the place of this one. */
  follow(address: string): void;
  /** Erases everything and leaves; so many steps of the tab's history are those of the paper. */
  finish(steps: number): void;
}

/** A paper in the page. */
export interface Paper {
  /** Nobody is there any more: goes back to the start, unless a ballot is on its way or in the box. */
  leave(hadCode: boolean): void;
}

const untouched: Kept = { marked: [], blank: false };
const hasChoice = ({ marked, blank }: Kept): boolean => blank || marked.length > 0;

/** Opens the paper of one contest in the page, and goes where the voter was. */
export function openPaper(page: Document, data: BoothData, draft: Draft, sitting: Sitting, signal: AbortSignal): Paper {
  const known = new Set(data.options.map(({ number }) => number));
  const found = draft.read() ?? untouched;
  let kept: Kept = { ...found, marked: found.marked.filter((number) => known.has(number)) };
  const keep = (next: Kept): void => {
    kept = next;
    draft.write(next);
  };
  const isOver = (): boolean => kept.marked.length > data.most;
  let pass = draft.readPass();
  const keepPass = (next: Pass): void => {
    pass = next;
    draft.writePass(next);
  };
  const forgetPass = (): void => {
    pass = undefined;
    draft.forgetPass();
  };
  if (data.mail !== undefined && sitting.admission !== undefined) {
    keepPass({ number: '', admission: sitting.admission });
    sitting.admission = undefined;
  }
  /** What is asked for before the paper, or before the cast. */
  const missing = (): 'code' | 'address' | undefined => {
    if (sitting.code === undefined) return 'code';
    return data.mail !== undefined && pass?.admission === undefined ? 'address' : undefined;
  };

  const steps = openSteps(
    page,
    data,
    signal,
    (view) => (view === 'mailed' && sitting.address === undefined ? 'address' : standing(view, kept, isOver())),
    (view) => {
      if (view !== 'start') casting.prepare();
      if (view !== 'sealing') casting.pause();
      if (view !== 'code') code.close();
      if (view === 'code') code.open(hasChoice(kept) ? data.words.codeAgain : undefined);
      if (view !== 'mailed') mail?.close();
      if (view === 'address') mail?.openAddress(hasChoice(kept) ? data.mail?.words.addressAgain : undefined);
      if (view === 'mailed') mail?.openMailed();
      if (view === 'review') drawReview(page, data, kept.marked, kept.blank, changeOption);
      if (view === 'receipt' && kept.receipt !== undefined) drawReceipt(page, data, kept.receipt, pass);
    },
  );
  const code = openCodeView(page, data.words, signal, (entered) => {
    sitting.code = entered;
    onward();
  });
  const onward = (): void => {
    steps.swap(missing() ?? (hasChoice(kept) && !isOver() ? 'review' : 'choose'));
  };
  const mail =
    data.mail === undefined
      ? undefined
      : openMailViews(page, data, data.mail, signal, {
          address: () => sitting.address,
          keepAddress: (address) => {
            // A number is for one exchange: another address has another.
            if (sitting.address !== undefined && sitting.address !== address) forgetPass();
            sitting.address = address;
          },
          hasAsked: () => pass?.question !== undefined,
          drawn: () => {
            const drawn = { number: pass?.number ?? drawNumber(), question: pass?.question ?? drawNumber() };
            keepPass(drawn);
            return drawn;
          },
          showMailed: () => {
            steps.swap('mailed');
          },
          showAddress: () => {
            steps.swap('address');
          },
          admitted: (admission) => {
            keepPass({ number: pass?.number ?? '', admission });
            onward();
          },
        });
  const choose = openChooseView(page, data, signal, {
    changed: () => {
      keep({ marked: choose.marked(), blank: false });
    },
    review: () => {
      choose.note(undefined);
      if (isOver()) choose.refuse();
      else steps.go('review');
    },
  });
  const changeOption = (number: number): void => {
    steps.go('choose');
    optionalPart(page, `p${number}`, HTMLInputElement)?.focus();
  };
  const casting = openCasting(page, data, signal, {
    now: () => kept,
    keep,
    code: () => sitting.code,
    askCode: () => {
      steps.swap('code');
    },
    admission: () => pass?.admission,
    showReceipt: () => {
      choose.mark([]);
      steps.swap('receipt');
    },
  });

  const onButton = (id: string, act: () => void): void => {
    onClick(optionalPart(page, id, HTMLElement), signal, act);
  };
  onButton('begin', () => {
    part(page, 'left-alone', HTMLElement).hidden = true;
    steps.go(missing() ?? 'choose');
  });
  for (const id of ['change', 'choose-instead', 'change-after']) {
    onButton(id, () => {
      steps.go('choose');
    });
  }
  onButton('code-after', () => {
    sitting.code = undefined;
    steps.go('code');
  });
  onButton('pass-after', () => {
    forgetPass();
    steps.go(missing() ?? 'review');
  });
  onButton('leave-blank', () => {
    keep({ marked: [], blank: true });
    choose.mark([]);
    steps.swap('review');
  });
  onSubmit(part(page, 'cast-form', HTMLFormElement), signal, () => {
    const lacking = missing();
    if (lacking !== undefined) return steps.go(lacking);
    steps.go('sealing');
    casting.proceed();
  });
  onButton('vote-again', () => {
    keep(untouched);
    draft.forget();
    choose.note(undefined);
    steps.go(missing() ?? 'choose');
  });
  onButton('print', () => {
    print();
  });
  for (const button of page.querySelectorAll('.go-back')) {
    onClick(button, signal, () => {
      if (steps.behind() > 0) history.back();
      else steps.swap('start');
    });
  }
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a.next-paper')) {
    link.addEventListener(
      'click',
      (event) => {
        event.preventDefault();
        sitting.follow(link.href);
      },
      { signal },
    );
  }
  onSubmit(part(page, 'finish', HTMLFormElement), signal, () => {
    kept = untouched;
    choose.mark([]);
    sitting.finish(steps.behind());
  });
  signal.addEventListener('abort', () => {
    mail?.close();
    casting.end();
  });

  choose.mark(kept.marked);
  if (kept.receipt === undefined && hasChoice(kept)) choose.note(data.words.restored);
  const view = firstView(kept, missing() ?? 'choose', sitting);
  if (view !== undefined) steps.swap(view);
  if (view === 'sealing') casting.proceed();
  return {
    leave(hadCode) {
      if (kept.sealed !== undefined || kept.receipt !== undefined) return;
      const hadSomething = hadCode || hasChoice(kept) || pass !== undefined;
      kept = untouched;
      forgetPass();
      choose.mark([]);
      choose.note(undefined);
      if (!hadSomething) return;
      steps.swap('start');
      part(page, 'left-alone', HTMLElement).hidden = false;
    },
  };
}

/** Where the voter was before a reload, or the first view of a paper that follows another; undefined for the start. */
function firstView(kept: Kept, next: BoothView, { code }: Sitting): BoothView | undefined {
  if (kept.receipt !== undefined) return 'receipt';
  if (kept.sealed !== undefined) return 'sealing';
  const view = placeNow()?.view;
  if (view === 'code' || view === 'address' || view === 'mailed') return next;
  if (view === 'choose' || view === 'review') return hasChoice(kept) ? view : 'choose';
  return code === undefined ? undefined : next;
}

/** What Back and Forward may show: after the cast nothing but the receipt, and no review of a paper with too many. */
function standing(view: BoothView, kept: Kept, isOver: boolean): BoothView {
  if (kept.receipt !== undefined) return 'receipt';
  if (view === 'receipt' || view === 'sealing') return 'choose';
  return view === 'review' && isOver ? 'choose' : view;
}
