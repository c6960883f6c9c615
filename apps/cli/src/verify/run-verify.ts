import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { VerifyRequest } from '../arguments/verify-request.ts';
import { ThreadFault } from '../machine/ballot-pool.ts';
import { progressLine } from '../output/progress-line.ts';
import { type ExitCode, pageWidth, type Terminal, writeError, writePage } from '../output/terminal.ts';
import { verifyPage } from '../output/verify-page.ts';
import type { Words } from '../words/words.ts';
import { runVerifyConsultation } from './run-verify-consultation.ts';
import { isZip } from './verify-consultation-file.ts';
import { type FileRefusal, verifyFile } from './verify-file.ts';
import { makeVerifyReport } from './verify-report.ts';

/** Milliseconds of ballots before threads are started: so long one takes to be of use. */
const patience = 1000;

/** Does `convite verify`. */
export async function runVerify(request: VerifyRequest, terminal: Terminal, words: Words): Promise<ExitCode> {
  // What is read and verified leaves much behind that dies young; a nursery that grows with it, up to hundreds of
  // megabytes for all threads, would only take room.
  setFlagsFromString('--semi-space-growth-factor=1');
  const start = performance.now();
  const now = (): number => performance.now();
  const progress = progressLine(terminal, words, now);
  const pathOf = (given: string): string => resolve(terminal.folder, given);
  const optional = (given: string | undefined) => (given === undefined ? undefined : pathOf(given));
  const [path, earlier, side] = [pathOf(request.input), optional(request.earlier), optional(request.side)];
  try {
    if (await isZip(path)) return await runVerifyConsultation(request, path, terminal, words);
    if (request.isProtocol || request.signature !== undefined || request.key !== undefined) {
      writeError(terminal, words.consultation.protocol.ofConsultation);
      return 2;
    }
    const files = { path, earlier, side, isStrict: request.isStrict };
    const verified = await verifyFile(files, {
      threads: availableParallelism(),
      patience,
      now,
      progress: progress.show,
    });
    progress.clear();
    if (!verified.ok) {
      const of = verified.error.path;
      const given = of === path ? request.input : ((of === side ? request.side : request.earlier) ?? of);
      writeError(terminal, refusalOf(verified.error, given, words));
      return 2;
    }
    const { verification } = verified.value;
    if (verification.answer === 'not_an_archive') {
      writeError(terminal, words.archive.notAnArchive(request.input));
      return 2;
    }
    const seconds = Math.round(performance.now() - start) / 1000;
    if (request.json) {
      terminal.stdout.write(`${JSON.stringify(makeVerifyReport(verification, seconds))}\n`);
    } else {
      const page = { ...verified.value, request, seconds };
      writePage(terminal, verifyPage(page, words, pageWidth(terminal)));
    }
    return verification.answer === 'accepted' ? 0 : 1;
  } catch (fault) {
    // Not 1: whoever asks by the exit code alone must not take a failure of ours for a refusal.
    progress.clear();
    writeError(terminal, words.verify.fault(fault instanceof Error ? fault.message : String(fault)));
    if (!(fault instanceof ThreadFault) && fault instanceof Error) writeError(terminal, fault.stack ?? '');
    return 4;
  }
}

function refusalOf(refusal: FileRefusal, given: string, words: Words): string {
  return refusal.type === 'changed' ? words.archive.changed(given) : words.refusal.input(refusal.fault, given);
}
