import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { beginCheck, codeFiles, letterFacts, type PublishedList, publishedLists } from '@convite/registrar';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openFileSource } from '../../machine/file-source.ts';
import { readTextFile } from '../../tasks/read-files.ts';
import type { TaskRefusal } from '../../tasks/refusal.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { calendar } from './calendar.ts';
import { onThreads } from './code-threads.ts';
import { keptCodes } from './kept-codes.ts';
import { orderOf } from './order-of.ts';

/** Does `convite registrar check` for a consultation: makes all public parts again from the private list, and compares. */
export async function checkCodes(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const [folder = ''] = context.given.inputs;
  const kept = await keptCodes(context, folder);
  if (!kept.ok) return kept;
  const { opened, list } = kept.value;
  const texts = await textsOf(context, folder);
  if (!texts.ok) return texts;
  const ofSite = context.given.values.get('order');
  if (ofSite !== undefined) {
    const other = await orderOf(context, ofSite);
    if (!other.ok) return other;
    if (other.value.hash !== opened.hash) return err({ type: 'other_order', path: ofSite });
  }
  const archive = context.given.values.get('archive');
  const published = await publishedIn(context, archive);
  if (!published.ok) return published;
  const check = beginCheck(opened, list, nodeSha256);
  if (!check.ok) return err({ type: 'code_list', path: join(folder, codeFiles.list), problems: check.error });
  const { contests } = opened.order;
  const settings = {
    elections: contests.map(({ uuid, group }) => ({ uuid, group })),
    ...{ facts: letterFacts(opened.order, calendar), sheets: [] },
  };
  const threads = Math.min(availableParallelism(), check.value.count);
  for await (const work of onThreads(settings, check.value.jobs, threads)) check.value.take(work);
  const checked = check.value.finish({ ...texts.value, published: published.value });
  if (checked.differences.length > 0) {
    const names = contests.map(({ name }) => name);
    return err({ type: 'codes_differ', folder, differences: checked.differences, names });
  }
  context.say(context.words.registrar.codesChecked({ checked, isOrderSame: ofSite !== undefined, archive }));
  return ok(0);
}

async function textsOf(
  context: TaskContext,
  folder: string,
): Promise<Result<{ readonly upload: string; readonly summary: string }, TaskRefusal>> {
  const upload = await readTextFile(context, join(folder, codeFiles.upload), 'credentials');
  if (!upload.ok) return upload;
  const summary = await readTextFile(context, join(folder, codeFiles.summary), 'published');
  return summary.ok ? ok({ upload: upload.value, summary: summary.value }) : summary;
}

async function publishedIn(
  context: TaskContext,
  given: string | undefined,
): Promise<Result<readonly PublishedList[], TaskRefusal>> {
  if (given === undefined) return ok([]);
  const source = await openFileSource(context.path(given));
  if (!source.ok) return err({ type: 'input', path: given, fault: source.error });
  try {
    const lists = await publishedLists(source.value, nodeSha256);
    return lists.ok ? lists : err({ type: 'published', path: given, refusal: lists.error });
  } finally {
    await source.value.close();
  }
}
