import { readKeyWords, rowsOf, wordLanguages, wrongWord, type WordLanguage, type Group } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { buffer } from 'node:stream/consumers';
import { oneOf } from '../arguments/choices.ts';
import { writeFiles } from '../tasks/new-files.ts';
import { readForm, readTextFile } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readTrustees } from './rehearse.ts';
import { fileText, type KeyFile, trusteePublicFile } from './trustee-files.ts';

/** A public key that the words may belong to. */
interface PossibleKey {
  readonly kind: 'single' | 'member';
  readonly name: string;
  readonly publicKey: string;
}

/** Does `convite trustee restore`: the key file again, from the words on paper and what is public. */
export async function restoreKey(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const { words } = context;
  const possible = await possibleKeys(context);
  if (!possible.ok) return possible;
  const { group, keys } = possible.value;
  const language = oneOf(wordLanguages, context.given.values.get('words') ?? words.language) ?? 'en';
  const typed = await typedWords(context);
  if (!typed.ok) return typed;
  const keyOf = (secret: bigint): PossibleKey | undefined => {
    if (secret <= 0n || secret >= group.q) return undefined;
    const publicKey = group.write(group.secretPower(group.g, secret));
    return keys.find((key) => key.publicKey === publicKey);
  };
  const read = readKeyWords(typed.value, group.q, language);
  const found = read.ok ? keyOf(read.value) : undefined;
  if (!read.ok || found === undefined) {
    const isOneWord = read.ok || read.error.type === 'wrong_row' || read.error.type === 'out_of_range';
    const word = isOneWord
      ? findWrongWord(typed.value, group, language, (secret) => keyOf(secret) !== undefined)
      : undefined;
    return read.ok || word !== undefined
      ? err({ type: 'words_of_no_key', word })
      : err({ type: 'words', refusal: read.error });
  }
  const out = context.value('out');
  const file: KeyFile = {
    convite_key: 1,
    kind: found.kind,
    group: group.name,
    name: found.name,
    public_key: found.publicKey,
    secret: String(read.value),
  };
  const written = await writeFiles([{ path: context.path(out), content: fileText(file), isPrivate: true }]);
  if (!written.ok) return written;
  context.say(words.trustee.restored({ out, name: found.name }));
  return ok(0);
}

const findWrongWord = (
  typed: string,
  group: Group,
  language: WordLanguage,
  isRight: (secret: bigint) => boolean,
): number | undefined => (rowsOf(group.q) === 1 ? wrongWord(typed, language, isRight) : undefined);

async function possibleKeys(
  context: TaskContext,
): Promise<Result<{ readonly group: Group; readonly keys: readonly PossibleKey[] }, TaskRefusal>> {
  const { values } = context.given;
  const published = values.get('public');
  if (published !== undefined) {
    const read = await readForm(context, published, 'trustee_public', trusteePublicFile);
    if (!read.ok) return read;
    const group = (await loadMachineSuite()).group(read.value.group);
    const { name, public_key: publicKey } = read.value.key;
    return ok({ group, keys: [{ kind: 'single', name: name ?? 'x', publicKey }] });
  }
  const list = values.get('trustees');
  if (list === undefined) return err({ type: 'no_trustees' });
  const read = await readTrustees(context, list);
  if (!read.ok) return read;
  const { group, entries } = read.value.trustees;
  const keys = entries.flatMap((entry): readonly PossibleKey[] => {
    const [kind, members] =
      entry.kind === 'single' ? (['single', [entry.trustee]] as const) : (['member', entry.members] as const);
    return members.map(({ key, name, owner }) => ({ kind, name: name ?? String(owner), publicKey: group.write(key) }));
  });
  return ok({ group, keys });
}

/** The words from a file, or as they are typed until the input ends. */
async function typedWords(context: TaskContext): Promise<Result<string, TaskRefusal>> {
  const [path = '-'] = context.given.inputs;
  if (path !== '-') return readTextFile(context, path, 'key');
  const { stdin, stderr } = context.terminal;
  if (stdin.isTTY === true) stderr.write(`${context.words.trustee.typeWords}\n`);
  return ok((await buffer(stdin)).toString('utf8'));
}
