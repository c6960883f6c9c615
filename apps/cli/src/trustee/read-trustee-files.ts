import type { Suite } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { type OwnKey, readOwnKey, readTrusteeList, type TrusteeList } from '@convite/trustee';
import { placeIn, readTextFile, warnWhereOpen } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** Reads a key file and holds the secret against its public key: a damaged file is found out here. */
export async function readKey(context: TaskContext, suite: Suite, path: string): Promise<Result<OwnKey, TaskRefusal>> {
  const text = await readTextFile(context, path, 'key');
  if (!text.ok) return text;
  const own = readOwnKey(suite, text.value);
  if (own.ok || own.error.type === 'key_damaged') await warnWhereOpen(context, path);
  if (own.ok) return own;
  return own.error.type === 'key_damaged'
    ? err({ type: 'key_damaged', path })
    : err({ type: 'malformed', path, kind: 'key', place: placeIn(own.error) });
}

/** Reads the list of trustees. */
export async function readTrustees(context: TaskContext, path: string): Promise<Result<TrusteeList, TaskRefusal>> {
  const text = await readTextFile(context, path, 'trustees');
  if (!text.ok) return text;
  const list = readTrusteeList(await loadMachineSuite(), text.value);
  if (list.ok) return ok(list.value);
  return list.error.type === 'malformed'
    ? err({ type: 'malformed', path, kind: 'trustees', place: placeIn(list.error) })
    : err(list.error);
}
