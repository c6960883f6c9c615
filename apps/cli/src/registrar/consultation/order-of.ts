import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { openOrder, type OpenedOrder } from '@convite/registrar';
import { readTextFile } from '../../tasks/read-files.ts';
import type { TaskRefusal } from '../../tasks/refusal.ts';
import type { TaskContext } from '../../tasks/task.ts';

/** Reads an order from a file. */
export async function orderOf(context: TaskContext, path: string): Promise<Result<OpenedOrder, TaskRefusal>> {
  const text = await readTextFile(context, path, 'order');
  if (!text.ok) return text;
  const opened = openOrder(text.value, nodeSha256);
  if (opened.ok) return ok(opened.value);
  const place = opened.error.type === 'wrong_form' ? opened.error.place : '';
  return err({ type: 'malformed', path, kind: 'order', place });
}
