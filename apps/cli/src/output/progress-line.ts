import type { VerificationStep } from '@convite/crypto';
import type { Words } from '../words/words.ts';
import type { Terminal } from './terminal.ts';

/** A line on a terminal's standard error that says how far the verifier is, and goes away. */
export interface ProgressLine {
  readonly show: (step: VerificationStep, done: number, of: number) => void;
  readonly clear: () => void;
}

/** Milliseconds between two changes of the line: more often nobody can read it. */
const pause = 200;

/** Milliseconds before a pace is told: earlier it would jump about. */
const settling = 2000;

/** The progress of one verification; nothing where standard error is no terminal. `now` gives milliseconds. */
export function progressLine({ stderr }: Terminal, words: Words, now: () => number): ProgressLine {
  if (stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let current: { readonly step: VerificationStep; readonly since: number; readonly from: number } | undefined;
  // What is over at once needs no line.
  let shown = now();
  let isShown = false;
  return {
    show: (step, done, of) => {
      const time = now();
      if (current?.step !== step) current = { step, since: time, from: done };
      if (time - shown < pause) return;
      shown = time;
      isShown = true;
      const pace = paceOf(done - current.from, of - done, time - current.since, step, words);
      stderr.write(`\r\u001b[K${sentence(step, done, of, words)}${pace}`);
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
}

function sentence(step: VerificationStep, done: number, of: number, { verify, figures }: Words): string {
  const written = step === 'archive' ? verify.megabytes : figures.count;
  return verify.progress[step](written(done), written(of));
}

/** How fast it goes and how long it will take, once that can be told. */
function paceOf(
  done: number,
  left: number,
  milliseconds: number,
  step: VerificationStep,
  { verify, figures }: Words,
): string {
  if (milliseconds < settling || done === 0) return '';
  const perSecond = (done * 1000) / milliseconds;
  const rate =
    step === 'archive'
      ? verify.megabytes(perSecond)
      : perSecond < 10
        ? figures.decimal(perSecond.toFixed(1))
        : figures.count(Math.round(perSecond));
  return verify.pace(rate, verify.duration(Math.ceil(left / perSecond)));
}
