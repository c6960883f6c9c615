import { readArchive } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';
import { resolve } from 'node:path';
import type { InspectRequest } from '../arguments/inspect-request.ts';
import { FileChanged, type FileSource, openFileSource } from '../machine/file-source.ts';
import { inspectPage } from '../output/inspect-page.ts';
import { progressLine } from '../output/progress-line.ts';
import { shellWord } from '../output/shell-word.ts';
import { type ExitCode, pageWidth, type Terminal, writeError, writePage } from '../output/terminal.ts';
import type { Words } from '../words/words.ts';
import { readElection } from './read-election.ts';

/** Does `convite inspect`. */
export async function runInspect(request: InspectRequest, terminal: Terminal, words: Words): Promise<ExitCode> {
  const source = await openFileSource(resolve(terminal.folder, request.input));
  if (!source.ok) {
    writeError(terminal, words.refusal.input(source.error, request.input));
    return 2;
  }
  try {
    const code = await showElection(source.value, request, terminal, words);
    return code;
  } catch (fault) {
    if (!(fault instanceof FileChanged)) throw fault;
    writeError(terminal, words.archive.changed(request.input));
    return 2;
  } finally {
    await source.value.close();
  }
}

async function showElection(
  source: FileSource,
  { input, events }: InspectRequest,
  terminal: Terminal,
  words: Words,
): Promise<ExitCode> {
  const progress = progressLine(terminal, words, () => performance.now());
  const refuse = (code: ExitCode, sentence: string): ExitCode => {
    progress.clear();
    writeError(terminal, sentence);
    return code;
  };
  const verifyCommand = `npm run -s convite -- verify ${shellWord(input)}`;
  const reading = await readArchive(source, {
    sha256: nodeSha256,
    progress: (bytes) => progress.show('archive', bytes, source.size),
  });
  if (!reading.ok) {
    return reading.reason === 'not_an_archive'
      ? refuse(2, words.archive.notAnArchive(input))
      : refuse(1, words.inspect.broken(input, reading.failures.length, verifyCommand));
  }
  const told = await readElection(source, reading, (done, of) => progress.show('ballots', done, of));
  if (!told.ok) return refuse(1, words.inspect.unreadable(input, told.error.place, verifyCommand));
  if (!(await source.isUnchanged())) return refuse(2, words.archive.changed(input));
  progress.clear();
  const page = { ...told.value, reading, bytes: source.size, allEvents: events, verifyCommand };
  writePage(terminal, inspectPage(page, words, pageWidth(terminal)));
  return 0;
}
