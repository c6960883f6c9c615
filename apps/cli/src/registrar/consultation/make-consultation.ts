import { err, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import {
  codeFiles,
  letterFacts,
  makeCodes,
  type MadeConsultation,
  type OpenedOrder,
  type People,
  readPeople,
  readSalt,
  type Sheet,
} from '@convite/registrar';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { inputFault } from '../../count/read-input.ts';
import { type OutFolder, openOutFolder } from '../../simulate/out-folder.ts';
import { readTextFile, warnWhereOpen } from '../../tasks/read-files.ts';
import type { TaskRefusal } from '../../tasks/refusal.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { calendar } from './calendar.ts';
import { onThreads } from './code-threads.ts';
import { orderOf } from './order-of.ts';

/** Does `convite registrar consultation`: one code for each person of the roll, for all contests of that person. */
export async function makeConsultation(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const given = await orderOf(context, context.value('order'));
  if (!given.ok) return given;
  const people = await peopleOf(context, given.value);
  if (!people.ok) return people;
  const out = context.value('out');
  const folder = await openOutFolder(context.path(out));
  if (!folder.ok) return err({ type: 'out_folder', path: out, fault: folder.error });
  const stop = (signal: NodeJS.Signals): void => {
    folder.value.abandon();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const { made, pages } = await write(context, folder.value, given.value, people.value);
    context.say(context.words.registrar.consultationMade({ out, made, pages, files: codeFiles }));
    return ok(0);
  } catch (fault) {
    folder.value.abandon();
    throw fault;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function peopleOf(context: TaskContext, { order }: OpenedOrder): Promise<Result<People, TaskRefusal>> {
  const [path, saltPath] = [context.value('roll'), context.value('salt')];
  const saltText = await readTextFile(context, saltPath, 'salt');
  if (!saltText.ok) return saltText;
  await warnWhereOpen(context, saltPath);
  const salt = readSalt(saltText.value);
  if (salt === undefined) return err({ type: 'malformed', path: saltPath, kind: 'salt', place: '' });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(context.path(path));
  } catch (thrown) {
    return err({ type: 'input', path, fault: inputFault(thrown) });
  }
  const people = readPeople(bytes, salt, order, nodeSha256);
  return people.ok ? people : err({ type: 'people', path, refusal: people.error });
}

const sheetsOf = (asked: string | undefined): readonly Sheet[] =>
  asked === 'letters' || asked === 'slips' ? [asked] : asked === 'none' ? [] : ['letters', 'slips'];

async function write(
  context: TaskContext,
  folder: OutFolder,
  opened: OpenedOrder,
  people: People,
): Promise<{ readonly made: MadeConsultation; readonly pages: number }> {
  const { order, text } = opened;
  const sheets = sheetsOf(context.given.values.get('sheets'));
  const threads = Number(context.given.values.get('threads') ?? availableParallelism());
  const names: string[] = [];
  const begin = (name: string, isPrivate: boolean): ReturnType<OutFolder['begin']> => {
    names.push(name);
    return folder.begin(isPrivate);
  };
  const making = makeCodes(opened, people, { random: context.random, createSha256: nodeSha256.createSha256 });
  const list = await begin(codeFiles.list, true);
  await list.write(Buffer.from(making.headings.list));
  const given = await begin(codeFiles.given, true);
  await given.write(Buffer.from(making.headings.given));
  const settings = {
    elections: order.contests.map(({ uuid, group }) => ({ uuid, group })),
    facts: letterFacts(order, calendar),
    sheets,
  };
  let pages = 0;
  for await (const work of onThreads(settings, making.jobs, Math.max(1, threads))) {
    await list.write(Buffer.from(making.take(work)));
    pages += 1;
    for (const [i, page] of work.pages.entries()) {
      const file = await begin(`PRIVATE-${sheets[i] ?? ''}-${String(pages).padStart(5, '0')}.html`, true);
      await file.write(Buffer.from(page));
      await file.end();
    }
  }
  const upload = await begin(codeFiles.upload, false);
  for (const line of making.upload()) await upload.write(Buffer.from(line));
  const orderFile = await begin(codeFiles.order, false);
  await orderFile.write(Buffer.from(text));
  const { made, summary } = making.finish();
  const summaryFile = await begin(codeFiles.summary, false);
  await summaryFile.write(Buffer.from(summary));
  await folder.finish(names);
  return { made, pages };
}
