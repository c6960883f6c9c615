import { wordLanguages } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import {
  fileText,
  keyFile,
  keyOfPublic,
  keysOfList,
  type PossibleKeys,
  restoreKey,
  trusteePublicFile,
} from '@convite/trustee';
import { buffer } from 'node:stream/consumers';
import { oneOf } from '../arguments/choices.ts';
import { writeFiles } from '../tasks/new-files.ts';
import { readFileForm, readTextFile } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readTrustees } from './read-trustee-files.ts';

/** Does `convite trustee restore`: the key file again, from the words on paper and what is public. */
export async function restoreFromWords(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const { words } = context;
  const possible = await possibleKeys(context);
  if (!possible.ok) return possible;
  const language = oneOf(wordLanguages, context.given.values.get('words') ?? words.language) ?? 'en';
  const typed = await typedWords(context);
  if (!typed.ok) return typed;
  const restored = restoreKey(typed.value, possible.value, language);
  if (!restored.ok) return restored;
  const out = context.value('out');
  const content = fileText(keyFile, restored.value);
  const written = await writeFiles([{ path: context.path(out), content, isPrivate: true }]);
  if (!written.ok) return written;
  context.say(words.trustee.restored({ out, name: restored.value.name }));
  return ok(0);
}

async function possibleKeys(context: TaskContext): Promise<Result<PossibleKeys, TaskRefusal>> {
  const { values } = context.given;
  const published = values.get('public');
  if (published !== undefined) {
    const read = await readFileForm(context, published, 'trustee_public', trusteePublicFile);
    if (!read.ok) return read;
    const group = (await loadMachineSuite()).group(read.value.group);
    return ok(keyOfPublic(group, read.value));
  }
  const list = values.get('trustees');
  if (list === undefined) return err({ type: 'no_trustees' });
  const read = await readTrustees(context, list);
  return read.ok ? ok(keysOfList(read.value)) : read;
}

/** The words from a file, or as they are typed until the input ends. */
async function typedWords(context: TaskContext): Promise<Result<string, TaskRefusal>> {
  const [path = '-'] = context.given.inputs;
  if (path !== '-') return readTextFile(context, path, 'key');
  const { stdin, stderr } = context.terminal;
  if (stdin.isTTY === true) stderr.write(`${context.words.trustee.typeWords}\n`);
  return ok((await buffer(stdin)).toString('utf8'));
}
