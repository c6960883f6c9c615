import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import {
  fileText,
  nameInFile,
  readsTestBallot,
  rehearsalFile,
  type RehearsalFile,
  rehearsedFactor,
  rehearseOwn,
  type TrusteeList,
} from '@convite/trustee';
import { join } from 'node:path';
import { writeFiles } from '../tasks/new-files.ts';
import { readFileForm } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { readKey, readTrustees } from './read-trustee-files.ts';

/** Does `convite trustee rehearse`: decrypts a test ballot with the stored key, or checks what all have handed in. */
export async function rehearse(context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> {
  const list = await readTrustees(context, context.value('trustees'));
  if (!list.ok) return list;
  const keyPath = context.given.values.get('key');
  return keyPath === undefined ? checkRehearsals(context, list.value) : handInOwn(context, list.value, keyPath);
}

async function handInOwn(context: TaskContext, list: TrusteeList, keyPath: string): Promise<Result<0, TaskRefusal>> {
  const own = await readKey(context, await loadMachineSuite(), keyPath);
  if (!own.ok) return own;
  const date = new Date().toISOString().slice(0, 10);
  const made = rehearseOwn(list, own.value, date, context.random);
  if (!made.ok) return err({ ...made.error, path: keyPath });
  const { owner, name } = made.value;
  const path = join(context.given.values.get('out') ?? '.', `rehearsal-${owner}-${nameInFile(name)}-${date}.json`);
  const content = fileText(rehearsalFile, made.value);
  const written = await writeFiles([{ path: context.path(path), content, isPrivate: false, replaces: true }]);
  if (!written.ok) return written;
  context.say(context.words.trustee.rehearsed({ owner, path, trustees: context.value('trustees') }));
  return ok(0);
}

/** Who has rehearsed, and whether those who have, together, read the test ballot. */
async function checkRehearsals(context: TaskContext, list: TrusteeList): Promise<Result<0 | 1, TaskRefusal>> {
  const found: RehearsalFile[] = [];
  for (const path of context.given.inputs) {
    const read = await readFileForm(context, path, 'rehearsal', rehearsalFile);
    if (!read.ok) return read;
    if (rehearsedFactor(list, read.value) === undefined) return err({ type: 'rehearsal_failed', path });
    found.push(read.value);
  }
  const last = (owner: number) =>
    found.filter((file) => file.owner === owner).toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  const members = list.trustees.trustees.map(({ owner, name }) => ({
    owner,
    name: name ?? '',
    date: last(owner)?.date,
  }));
  const isComplete = members.every(({ date }) => date !== undefined);
  context.say(context.words.trustee.rehearsals({ members, isComplete, canDecrypt: readsTestBallot(list, found) }));
  return ok(isComplete ? 0 : 1);
}
