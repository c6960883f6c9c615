import { keyWords, wordLanguages } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { oneOf } from '../arguments/choices.ts';
import { inputFault } from '../count/read-input.ts';
import { isOpenToOthers, writeFiles } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readKey } from './read-trustee-files.ts';

/** Does `convite trustee backup`: the key on two media, read again and compared, and on paper as words. */
export async function backUpKey(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const { given, words } = context;
  const key = context.value('key');
  const media = given.repeated.map(({ value }) => value);
  if (media.length < 2) return err({ type: 'too_few_media', found: media.length });
  const own = await readKey(context, await loadMachineSuite(), key);
  if (!own.ok) return own;
  const { file, group, secret } = own.value;
  const bytes = await readFile(context.path(key));
  const paper = given.values.get('paper') ?? `${basename(key).replace(/(?:\.key)?\.json$/u, '')}.paper.txt`;
  const language = oneOf(wordLanguages, given.values.get('words') ?? words.language) ?? 'en';
  const copies = media.map((medium) => join(medium, basename(key)));
  for (const medium of media) {
    try {
      await stat(context.path(medium));
    } catch (thrown) {
      return err({ type: 'input', path: medium, fault: inputFault(thrown) });
    }
  }
  const written = await writeFiles([
    ...copies.map((path) => ({ path: context.path(path), content: bytes, isPrivate: true })),
    {
      path: context.path(paper),
      content: words.trustee.paper({
        name: file.name,
        key: file.public_key,
        rows: keyWords(secret, group.q, language),
      }),
      isPrivate: true,
    },
  ]);
  if (!written.ok) return written;
  for (const path of copies) {
    if (!(await holds(context.path(path), bytes))) return err({ type: 'copy_differs', path });
    if (await isOpenToOthers(context.path(path))) context.warn(words.tasks.openToOthers(path));
  }
  const devices = new Set(await Promise.all(media.map(async (medium) => (await stat(context.path(medium))).dev)));
  if (devices.size < media.length) context.warn(words.trustee.oneMedium);
  context.say(words.trustee.backedUp({ copies, paper, language }));
  return ok(0);
}

/** Whether a file, read again, holds exactly these bytes. */
export const holds = async (path: string, bytes: Uint8Array): Promise<boolean> => (await readFile(path)).equals(bytes);
