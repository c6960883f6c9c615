import { writeZip } from '@convite/archive';
import { availableParallelism } from 'node:os';
import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import {
  type KeyMemory,
  makeAnswer,
  ownerInWork,
  type PassEnd,
  passSize,
  readWork,
  runPass,
  secondsOfPass,
  shuffleFile,
  type ShuffleFile,
  fileText,
  type WorkFile,
} from '@convite/trustee';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileSource, openFileSource } from '../machine/file-source.ts';
import { loadMachine } from '../machine/machine.ts';
import { isThere, writeFiles } from '../tasks/new-files.ts';
import { readFileForm } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { startArchiveThreads } from './archive-threads.ts';
import { decryptionRecord, readDecrypted, readShuffled, shuffleRecordWith } from './own-records.ts';
import { readKey } from './read-trustee-files.ts';

/** Milliseconds of ballots of one contest that are verified here before threads are started for it. */
const patience = 300;

/** Does `convite trustee pass`: everything that a work file asks of a trustee, in one go. */
export async function passOver(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const [given = ''] = context.given.inputs;
  const out = context.value('out');
  if (await isThere(context.path(out))) return err({ type: 'exists', path: out });
  const source = await openFileSource(context.path(given));
  if (!source.ok) return err({ type: 'input', path: given, fault: source.error });
  try {
    return await passOverFile(context, given, source.value);
  } finally {
    await source.value.close();
  }
}

async function passOverFile(
  context: TaskContext,
  given: string,
  source: FileSource,
): Promise<Result<0 | 1, TaskRefusal>> {
  const { terminal, words, random } = context;
  const work = await readWork(source, nodeSha256);
  if (!work.ok) return err({ type: 'work_refused', path: given, fault: work.error });
  const now = (): number => performance.now();
  const threads = availableParallelism();
  const machine = await loadMachine({ threads, patience, now, progress: () => undefined });
  const archives = startArchiveThreads(context.path(given), work.value.list.contests, threads);
  try {
    const own = await readKey(context, machine.suite, context.value('key'));
    if (!own.ok) return own;
    const owner = await ownerInWork({ machine, own: own.value }, work.value);
    if (!owner.ok) {
      return err(
        owner.error.type === 'not_a_trustee'
          ? { type: 'not_a_trustee', path: context.value('key') }
          : { type: 'work_unusable', path: given },
      );
    }
    const size = passSize(work.value);
    const seconds = Math.ceil(secondsOfPass(own.value.group, size, now) / threads);
    context.warn(
      words.pass.begins({
        title: titleOf(work.value, words.language),
        ...{ contests: size.contests, megabytes: words.verify.megabytes(size.bytes) },
        time: words.verify.duration(Math.max(1, seconds)),
      }),
    );
    const line = terminal.stderr.isTTY === true;
    const memory = memoryBesideKey(context, owner.value);
    const end = await runPass(
      { machine, own: own.value, memory, random, verify: archives.verify },
      work.value,
      (behind) => {
        if (line) terminal.stderr.write(`\r\u001b[K${words.pass.progress(behind.contests, size.contests)}`);
      },
    );
    if (line) terminal.stderr.write('\r\u001b[K');
    if (end.stopped !== undefined) return err(end.stopped);
    return await handIn(context, work.value, owner.value, end);
  } finally {
    await archives.close();
    await machine.close();
  }
}

const titleOf = ({ list: { consultation } }: WorkFile, language: string): string =>
  consultation.title[language] ?? Object.values(consultation.title)[0] ?? consultation.slug;

async function handIn(
  context: TaskContext,
  work: WorkFile,
  owner: number,
  { made, doneBefore, refused }: PassEnd<TaskRefusal>,
): Promise<Result<0 | 1, TaskRefusal>> {
  const path = context.value('out');
  const few = made.filter((one) => one.few !== undefined).map(({ id }) => id);
  if (few.length > 0) context.warn(context.words.pass.few(few));
  if (made.length > 0) {
    const { contents } = await makeAnswer({ work: work.sha256, owner, contests: made }, nodeSha256);
    const pieces: Uint8Array[] = [];
    for await (const piece of writeZip(contents)) pieces.push(piece);
    const written = await writeFiles([{ path: context.path(path), content: Buffer.concat(pieces), isPrivate: false }]);
    if (!written.ok) return written;
  }
  await rm(unfinishedFolder(context), { recursive: true, force: true });
  context.say(
    context.words.pass.ended({
      path: made.length > 0 ? path : undefined,
      ...{ owner, doneBefore, refused },
      shuffles: made.filter(({ kind }) => kind === 'shuffle').length,
      decryptions: made.filter(({ kind }) => kind === 'decryption').length,
      again: made.filter(({ isAgain }) => isAgain).length,
    }),
  );
  return ok(refused.length === 0 ? 0 : 1);
}

/** Where shuffles are kept whole until the answer is written, so that a pass that broke off goes on with them. */
const unfinishedFolder = (context: TaskContext): string => `${context.path(context.value('out'))}.part`;

/** The records beside the key, the same that the commands for one election keep. */
function memoryBesideKey(context: TaskContext, owner: number): KeyMemory<TaskRefusal> {
  const unfinished = (uuid: string): string => join(unfinishedFolder(context), `${uuid}.shuffle.json`);
  return {
    decryption: (uuid) => readDecrypted(context, { uuid, owner }),
    keepDecryption: (file) => writeFiles([decryptionRecord(context, file)]),
    shuffles: (uuid) => readShuffled(context, uuid),
    async lastShuffle(uuid): Promise<Result<ShuffleFile | undefined, TaskRefusal>> {
      const path = unfinished(uuid);
      return (await isThere(path)) ? readFileForm(context, path, 'own_shuffle', shuffleFile) : ok(undefined);
    },
    async keepShuffle(file) {
      const record = await shuffleRecordWith(context, file);
      if (!record.ok) return record;
      const whole = { path: unfinished(file.uuid), content: fileText(shuffleFile, file), isPrivate: false };
      return writeFiles([record.value, { ...whole, replaces: true }]);
    },
  };
}
