import { err, ok, type Result } from '@convite/kernel';
import { codeFiles, type ListedCode, type OpenedOrder, readList } from '@convite/registrar';
import { join } from 'node:path';
import { readTextFile, warnWhereOpen } from '../../tasks/read-files.ts';
import type { TaskRefusal } from '../../tasks/refusal.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { orderOf } from './order-of.ts';

/** The order and the private list of a folder that `convite registrar consultation` has made. */
export async function keptCodes(
  context: TaskContext,
  folder: string,
): Promise<Result<{ readonly opened: OpenedOrder; readonly list: readonly ListedCode[] }, TaskRefusal>> {
  const opened = await orderOf(context, join(folder, codeFiles.order));
  if (!opened.ok) return opened;
  const path = join(folder, codeFiles.list);
  const text = await readTextFile(context, path, 'private_list');
  if (!text.ok) return text;
  await warnWhereOpen(context, path);
  const list = readList(text.value);
  if (!list.ok) return err({ type: 'malformed', path, kind: 'private_list', place: `line ${list.error}` });
  return ok({ opened: opened.value, list: list.value });
}
