import type { ConsultationStep } from '@convite/archive';
import { availableParallelism } from 'node:os';
import type { VerifyRequest } from '../arguments/verify-request.ts';
import { consultationPage } from '../output/consultation-page.ts';
import { type ExitCode, pageWidth, type Terminal, writeError, writePage } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';
import { printProtocol, readSignature } from './print-protocol.ts';
import { makeConsultationReport } from './consultation-report.ts';
import { verifyConsultationFile } from './verify-consultation-file.ts';

/** Milliseconds between two changes of the progress line. */
const pause = 200;
/** Milliseconds of ballots of a very large contest before threads are started. */
const patience = 1000;

/** Does `convite verify` on the archive of a consultation. */
export async function runVerifyConsultation(
  request: VerifyRequest,
  path: string,
  terminal: Terminal,
  words: Words,
): Promise<ExitCode> {
  const { input, json, isProtocol } = request;
  const problem = problemOf(request, words);
  if (problem !== undefined) {
    writeError(terminal, problem);
    return 2;
  }
  const signed = await readSignature(request, terminal, words);
  if (!signed.ok) {
    writeError(terminal, signed.error.says);
    return signed.error.code;
  }
  const now = (): number => performance.now();
  const start = now();
  const line = progressLine(terminal, words, now);
  const verified = await verifyConsultationFile(path, {
    threads: availableParallelism(),
    patience,
    now,
    progress: line.show,
    isHashed: isProtocol,
  });
  line.clear();
  if (!verified.ok) {
    const { error } = verified;
    const sentence = error.type === 'changed' ? words.archive.changed(input) : words.refusal.input(error.fault, input);
    writeError(terminal, sentence);
    return 2;
  }
  if (isProtocol) return printProtocol(verified.value, signed.value, terminal, words);
  const { verification, bytes } = verified.value;
  const seconds = Math.round(now() - start) / 1000;
  if (json) terminal.stdout.write(`${JSON.stringify(makeConsultationReport(verification, seconds))}\n`);
  else writePage(terminal, consultationPage({ verification, bytes, seconds }, words, pageWidth(terminal)));
  if (verification.answer === 'not_an_archive') return 2;
  return verification.answer === 'accepted' ? 0 : 1;
}

/** What of the options does not go together, in a sentence. */
function problemOf(
  { json, side, earlier, isProtocol, signature, key }: VerifyRequest,
  { consultation }: Words,
): string | undefined {
  if (side !== undefined || earlier !== undefined) return consultation.noCompanions;
  if (json && isProtocol) return consultation.protocol.oneAnswer;
  const areTogether = (signature === undefined) === (key === undefined) && (signature === undefined || isProtocol);
  return areTogether ? undefined : consultation.protocol.together;
}

function progressLine(
  { stderr }: Terminal,
  { consultation, verify, figures }: Words,
  now: () => number,
): { readonly show: (step: ConsultationStep, done: number, of: number) => void; readonly clear: () => void } {
  if (stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let shown = now();
  let isShown = false;
  return {
    show: (step, done, of) => {
      if (now() - shown < pause) return;
      shown = now();
      isShown = true;
      const written = step === 'files' ? verify.megabytes : figures.count;
      stderr.write(`\r\u001b[K${consultation.progress[step](written(done), written(of))}`);
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
}
