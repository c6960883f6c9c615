import {
  type ArchiveHead,
  createArchiveWriter,
  declaredPolicy,
  electionWire,
  Misread,
  type NewEvent,
  readText,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { appendFile, constants, copyFile, writeFile } from 'node:fs/promises';
import { nodeSha256 } from '../machine/node-sha256.ts';
import { failuresOf, verify } from '../tasks/checked-archive.ts';
import { type Replacement, replaceFiles, temporaryName } from '../tasks/new-files.ts';
import type { StatefulTask, TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** An archive that is to become longer, or to begin. */
export interface Extension {
  /** As the person gave it. */
  readonly given: string;
  /** Undefined: a new archive, of which `start` holds the first bytes. */
  readonly start: Uint8Array | undefined;
  readonly head: ArchiveHead;
  readonly events: readonly NewEvent[];
  /** The text of the side file afterwards, and where it stands. */
  readonly side: { readonly path: string; readonly text: string } | undefined;
  readonly isStrict: boolean;
}

/** What a person does to bring an event about. */
const taskOf: Readonly<Record<NewEvent['type'], StatefulTask>> = {
  Setup: 'ballot',
  Ballot: 'ballot',
  EndBallots: 'close',
  EncryptedTally: 'close',
  Shuffle: 'shuffle',
  EndShuffles: 'end_shuffles',
  PartialDecryption: 'decrypt',
  Result: 'result',
};

/**
 * Writes an archive with more events in a file of its own, makes every check on it, and only then puts it in the place of
 * the one that was there: whatever is refused, the archive stays as it was.
 */
export async function extendArchive(
  context: TaskContext,
  { given, start, head, events, side, isStrict }: Extension,
): Promise<Result<void, TaskRefusal>> {
  const path = context.path(given);
  const writer = createArchiveWriter({ head, sha256: nodeSha256.sha256 });
  const parts: Uint8Array[] = [];
  for (const event of events) {
    const appended = writer.append(event);
    if (!appended.ok) return err({ type: 'wrong_state', state: appended.error.state, task: taskOf[event.type] });
    parts.push(appended.value.bytes);
  }
  const archive: Replacement = { temporary: temporaryName(path), path };
  const sideFile = side === undefined ? undefined : { temporary: temporaryName(path), path: context.path(side.path) };
  const files = sideFile === undefined ? [archive] : [archive, sideFile];
  return replaceFiles(files, async () => {
    try {
      if (start === undefined) await copyFile(path, archive.temporary, constants.COPYFILE_EXCL);
      else await writeFile(archive.temporary, start, { flag: 'wx' });
      await appendFile(archive.temporary, Buffer.concat(parts), { flush: true });
      if (side !== undefined && sideFile !== undefined) {
        await writeFile(sideFile.temporary, side.text, { flag: 'wx', flush: true });
      }
    } catch (thrown) {
      return err({ type: 'unwritable', path: given, code: codeOf(thrown) });
    }
    const verified = await verify(context, archive.temporary, sideFile?.temporary, isStrict);
    if (!verified.ok) return verified;
    if (verified.value.answer === 'accepted') return ok(undefined);
    return err({ type: 'addition_refused', ...failuresOf(verified.value) });
  });
}

/** Whether an election declares our policy. */
export function declaresPolicy(electionText: string): boolean {
  const election = readText(electionWire, electionText);
  return !(election instanceof Misread) && declaredPolicy(election.description) !== undefined;
}

function codeOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code !== 'string') throw thrown;
  return code;
}
