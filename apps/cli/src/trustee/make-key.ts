import { newSecretKey, publishKey, groupNames, singleKey } from '@convite/crypto';
import { ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { join } from 'node:path';
import { oneOf } from '../arguments/choices.ts';
import { nameInFile } from '../tasks/name-in-file.ts';
import { writeFiles } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { fileText, type KeyFile } from './trustee-files.ts';

/** Does `convite trustee key`: the key of a trustee who decrypts alone. */
export async function makeKey(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const suite = await loadMachineSuite();
  const name = context.value('name');
  const out = context.value('out');
  const group = suite.group(oneOf(groupNames, context.value('group')) ?? 'Ed25519');
  const x = newSecretKey(group, context.random);
  const published = { ...publishKey(group, x, context.random), name };
  const own: KeyFile = {
    convite_key: 1,
    kind: 'single',
    group: group.name,
    name,
    public_key: published.public_key,
    secret: String(x),
  };
  const files = { own: `${nameInFile(name)}.key.json`, published: `trustee-${nameInFile(name)}.json` };
  const key: unknown = JSON.parse(singleKey.write(published));
  const written = await writeFiles([
    { path: context.path(join(out, files.own)), content: fileText(own), isPrivate: true },
    {
      path: context.path(join(out, files.published)),
      content: fileText({ convite_trustee: 1, group: group.name, key }),
      isPrivate: false,
    },
  ]);
  if (!written.ok) return written;
  context.say(
    context.words.trustee.keyMade({
      own: join(out, files.own),
      published: join(out, files.published),
      fingerprint: published.public_key,
    }),
  );
  return ok(0);
}
