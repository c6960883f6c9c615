import { compareCodePoints } from '@convite/kernel';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { RecountRequest } from '../arguments/recount-request.ts';
import { type ExitCode, pageWidth, type Terminal, writeError, writePage } from '../output/terminal.ts';
import { printable } from '../output/printable.ts';
import { recountPage } from '../output/recount-page.ts';
import type { Words } from '../words/words.ts';
import { listFiles } from './list-files.ts';
import { recountAll } from './recount-all.ts';
import type { RecountedFile, RecountReport } from './recount-report.ts';
import { totalsByRule } from './totals.ts';

/** Does `convite recount`. */
export async function runRecount(request: RecountRequest, terminal: Terminal, words: Words): Promise<ExitCode> {
  const start = performance.now();
  const listed = await listFiles(resolve(terminal.folder, request.input), request.input);
  if (!listed.ok) {
    writeError(terminal, words.refusal.input(listed.error, request.input));
    return 2;
  }
  if (listed.value.length === 0) {
    writeError(terminal, words.recount.nothingFound(request.input));
    return 2;
  }
  const workers = Math.min(availableParallelism(), listed.value.length);
  const progress = startProgress(listed.value.length, workers, terminal, words);
  const done = await recountAll(listed.value, words.language, workers, progress.step);
  progress.end();
  const files = done.toSorted((a, b) => compareCodePoints(a.file, b.file));
  const report: RecountReport = {
    schema: 'convite/recount/1',
    files,
    by_declared_rule: [...totalsByRule(files)],
    workers,
    seconds: Math.round(performance.now() - start) / 1000,
  };
  if (request.json) terminal.stdout.write(`${JSON.stringify(report)}\n`);
  else writePage(terminal, recountPage(report, words, pageWidth(terminal)));
  return exitCodeOf(files);
}

function exitCodeOf(files: readonly RecountedFile[]): ExitCode {
  const has = (verdict: RecountedFile['verdict']): boolean => files.some((file) => file.verdict === verdict);
  return has('failed') ? 1 : has('unusable') ? 2 : has('lots_required') ? 3 : 0;
}

/** Tells standard error how far it is: one line that changes where a terminal can show that, else a line a file. */
function startProgress(files: number, workers: number, terminal: Terminal, words: Words) {
  const { count } = words.figures;
  const { stderr } = terminal;
  let done = 0;
  writeError(terminal, words.recount.started(files, workers));
  return {
    step: ({ file, verdict }: RecountedFile): void => {
      done += 1;
      const line = `${count(done)}/${count(files)}  ${printable(file)}: ${words.recount.verdict[verdict]}`;
      stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: (): void => {
      if (stderr.isTTY) stderr.write('\r\u001b[K');
    },
  };
}
