import { groupNames } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { fileText, keyFile, makeSingleKey, nameInFile, personName, trusteePublicFile } from '@convite/trustee';
import { join } from 'node:path';
import { oneOf } from '../arguments/choices.ts';
import { writeFiles } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';

/** Does `convite trustee key`: the key of a trustee who decrypts alone. */
export async function makeKey(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const name = personName(context.value('name'));
  if (name === undefined) return err({ type: 'name_unusable' });
  const group = oneOf(groupNames, context.value('group')) ?? 'Ed25519';
  const { key, published } = makeSingleKey(await loadMachineSuite(), { group, name }, context.random);
  const own = join(context.value('out'), `${nameInFile(name)}.key.json`);
  const publicPath = join(context.value('out'), `trustee-${nameInFile(name)}.json`);
  const written = await writeFiles([
    { path: context.path(own), content: fileText(keyFile, key), isPrivate: true },
    { path: context.path(publicPath), content: fileText(trusteePublicFile, published), isPrivate: false },
  ]);
  if (!written.ok) return written;
  context.say(context.words.trustee.keyMade({ own, published: publicPath, fingerprint: key.public_key }));
  return ok(0);
}
