import { type ArchiveHead, createArchiveWriter, type NewEvent } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { appendFile, constants, copyFile, writeFile } from 'node:fs/promises';
import { failuresOf, verify } from '../tasks/checked-archive.ts';
import { codeOf, replaceFiles, temporaryName } from '../tasks/new-files.ts';
import type { ElectionTask } from '@convite/trustee';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { settleSide, waitingSide } from './side-in-waiting.ts';

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
const taskOf: Readonly<Record<NewEvent['type'], ElectionTask>> = {
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
 * the one that was there: whatever is refused, the archive stays as it was. However the machine stops, archive and side
 * file are found to belong together again: see `settleSide`.
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
  const temporary = temporaryName(path);
  const sideTemporary = side === undefined ? undefined : temporaryName(context.path(side.path));
  const temporaries = sideTemporary === undefined ? [temporary] : [temporary, sideTemporary];
  const replaced = await replaceFiles(temporaries, async () => {
    try {
      if (start === undefined) await copyFile(path, temporary, constants.COPYFILE_EXCL);
      else await writeFile(temporary, start, { flag: 'wx' });
      await appendFile(temporary, Buffer.concat(parts), { flush: true });
      if (side !== undefined && sideTemporary !== undefined) {
        await writeFile(sideTemporary, side.text, { flag: 'wx', flush: true });
      }
    } catch (thrown) {
      return err({ type: 'unwritable', path: given, code: codeOf(thrown) });
    }
    const verified = await verify(context, temporary, sideTemporary, isStrict);
    if (!verified.ok) return verified;
    const { answer, archiveSha256 } = verified.value;
    if (answer !== 'accepted') return err({ type: 'addition_refused', ...failuresOf(verified.value) });
    if (side === undefined || sideTemporary === undefined) return ok([{ temporary, path }]);
    const waiting = waitingSide(context.path(side.path), archiveSha256);
    return ok([
      { temporary: sideTemporary, path: waiting },
      { temporary, path },
    ]);
  });
  if (!replaced.ok || side === undefined) return replaced;
  await settleSide(path, context.path(side.path));
  return ok(undefined);
}
