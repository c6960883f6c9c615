import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { sha256Hex, utf8 } from '@convite/crypto';
import {
  decryptionFile,
  type DecryptionFile,
  fileText,
  ownShufflesFile,
  shuffleFile,
  type ShuffleFile,
  type StandingRefusal,
} from '@convite/trustee';
import { isThere, type NewFile } from '../tasks/new-files.ts';
import { readFileForm } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** Whose record is meant: the private file of a simulation holds the keys of all its trustees. */
export interface RecordOwner {
  readonly uuid: string;
  readonly owner: number;
}

const baseOf = (keyPath: string): string => keyPath.replace(/(?:\.key)?\.jsonl?$/u, '');

/**
 * Where the record of what a key decrypted of an election stands: beside the key. One of a real key hangs on nothing but
 * the election.
 */
export const decryptionRecordPath = (keyPath: string, { uuid, owner }: RecordOwner): string =>
  `${baseOf(keyPath)}${keyPath.endsWith('.jsonl') ? `-${owner}` : ''}.decrypted-${uuid}.json`;

const shuffleRecordPath = (keyPath: string, uuid: string): string => `${baseOf(keyPath)}.shuffled-${uuid}.json`;

/** What the key decrypted of an election before. */
export async function readDecrypted(
  context: TaskContext,
  of: RecordOwner,
): Promise<Result<DecryptionFile | undefined, TaskRefusal>> {
  const path = decryptionRecordPath(context.value('key'), of);
  return (await isThere(context.path(path))) ? readFileForm(context, path, 'record', decryptionFile) : ok(undefined);
}

/** The record of a decryption, to be written before it leaves this machine. */
export const decryptionRecord = (context: TaskContext, file: DecryptionFile): NewFile => ({
  path: context.path(decryptionRecordPath(context.value('key'), file)),
  content: fileText(decryptionFile, file),
  isPrivate: true,
});

/** SHA-256 of the shuffles that the key made of an election. */
export async function readShuffled(
  context: TaskContext,
  uuid: string,
): Promise<Result<readonly string[], TaskRefusal>> {
  const path = shuffleRecordPath(context.value('key'), uuid);
  if (!(await isThere(context.path(path)))) return ok([]);
  const record = await readFileForm(context, path, 'record', ownShufflesFile);
  return record.ok ? ok(record.value.shuffles) : record;
}

/** The record with a shuffle more, to be written before that shuffle leaves this machine. */
export async function shuffleRecordWith(
  context: TaskContext,
  { uuid, shuffle }: Pick<ShuffleFile, 'uuid' | 'shuffle'>,
): Promise<Result<NewFile, TaskRefusal>> {
  const before = await readShuffled(context, uuid);
  if (!before.ok) return before;
  const shuffles = [...before.value, sha256Of(shuffle)];
  return ok({
    path: context.path(shuffleRecordPath(context.value('key'), uuid)),
    content: fileText(ownShufflesFile, { convite_own_shuffles: 1, uuid, shuffles }),
    isPrivate: true,
    replaces: true,
  });
}

const sha256Of = (text: string): string => sha256Hex(nodeSha256.sha256(utf8(text)));

/**
 * The shuffles that this trustee is known to have made: those of the record, and one that was made elsewhere and is shown
 * as a file. Undefined for a simulation: those whose keys it holds shuffled without one of these tools.
 */
export async function knownShuffles(
  context: TaskContext,
  { uuid, isSimulated }: { readonly uuid: string; readonly isSimulated: boolean },
): Promise<Result<readonly string[] | undefined, TaskRefusal>> {
  if (isSimulated) return ok(undefined);
  const made = await readShuffled(context, uuid);
  const shown = context.given.values.get('own-shuffle');
  if (!made.ok || shown === undefined) return made;
  const elsewhere = await readFileForm(context, shown, 'own_shuffle', shuffleFile);
  return elsewhere.ok ? ok([...made.value, sha256Of(elsewhere.value.shuffle)]) : elsewhere;
}

/** What keeps a trustee from the work, with the files that say so. */
export function workRefusal(
  context: TaskContext,
  archive: string,
  of: RecordOwner,
  refusal: StandingRefusal,
): Result<never, TaskRefusal> {
  if (refusal.type === 'shuffle_not_own') return err({ ...refusal, path: archive });
  if (refusal.type !== 'decrypted_otherwise') return err(refusal);
  return err({ ...refusal, record: decryptionRecordPath(context.value('key'), of) });
}
