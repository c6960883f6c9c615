import { err, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CheckedArchive } from '../tasks/checked-archive.ts';
import { isThere, type NewFile } from '../tasks/new-files.ts';
import { readForm } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { type ElectionKey, ownersIn } from './standing.ts';
import { fileText, shuffleFile } from './trustee-files.ts';

/** What a trustee's key has shuffled of one election: the SHA-256 of each shuffle, the first made first. */
const ownShufflesFile = z.strictObject({
  convite_own_shuffles: z.literal(1),
  uuid: z.string(),
  shuffles: z.array(z.string().regex(/^[0-9a-f]{64}$/u)),
});

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Where the record of what a key shuffled of an election stands: beside the key. */
const recordPath = (keyPath: string, uuid: string): string =>
  `${keyPath.replace(/(?:\.key)?\.json$/u, '')}.shuffled-${uuid}.json`;

async function recorded(context: TaskContext, uuid: string): Promise<Result<readonly string[], TaskRefusal>> {
  const path = recordPath(context.value('key'), uuid);
  if (!(await isThere(context.path(path)))) return ok([]);
  const record = await readForm(context, path, 'record', ownShufflesFile);
  return record.ok ? ok(record.value.shuffles) : record;
}

/** The record with a shuffle more, to be written before that shuffle leaves this machine. */
export async function recordWith(
  context: TaskContext,
  { uuid, isSimulated }: { readonly uuid: string; readonly isSimulated: boolean },
  shuffle: string,
): Promise<Result<readonly NewFile[], TaskRefusal>> {
  if (isSimulated) return ok([]);
  const before = await recorded(context, uuid);
  if (!before.ok) return before;
  const content = fileText({ convite_own_shuffles: 1, uuid, shuffles: [...before.value, sha256Of(shuffle)] });
  const path = context.path(recordPath(context.value('key'), uuid));
  return ok([{ path, content, isPrivate: true, replaces: true }]);
}

/**
 * Refuses an archive that says of a shuffle that this trustee made it, when it did not.
 *
 * The format lets whoever keeps the archive name the owner of a shuffle, and nobody signs one: who counts on the own
 * shuffle for the secrecy of the vote has to look that it is there. What was made elsewhere is shown as a file.
 */
export async function refuseForeignShuffles(
  context: TaskContext,
  archive: CheckedArchive,
  { owner, isSimulated }: Pick<ElectionKey, 'owner' | 'isSimulated'>,
): Promise<Result<void, TaskRefusal>> {
  // The private file of a simulation holds the keys of all, who shuffled without one of these tools.
  if (isSimulated) return ok(undefined);
  const uuid = /"uuid":"([^"]+)"/u.exec(archive.electionText)?.[1] ?? '';
  const made = await recorded(context, uuid);
  if (!made.ok) return made;
  const shown = context.given.values.get('own-shuffle');
  const elsewhere = shown === undefined ? undefined : await readForm(context, shown, 'own_shuffle', shuffleFile);
  if (elsewhere?.ok === false) return elsewhere;
  const own = new Set([...made.value, ...(elsewhere === undefined ? [] : [sha256Of(elsewhere.value.shuffle)])]);
  for (const { height } of ownersIn(archive, 'Shuffle').filter((each) => each.owner === owner)) {
    const event = archive.contents.index.event(height);
    if (event.type === 'Shuffle' && !own.has(event.payload.sha256)) {
      return err({ type: 'shuffle_not_own', path: archive.given, owner, height, made: own.size });
    }
  }
  return ok(undefined);
}
