import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import {
  codeFiles,
  givenLine,
  type GivenSpare,
  giveSpare,
  letterFacts,
  lettersPage,
  readGiven,
  replacementFiles,
} from '@convite/registrar';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../../tasks/new-files.ts';
import { readTextFile } from '../../tasks/read-files.ts';
import type { TaskRefusal } from '../../tasks/refusal.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { calendar } from './calendar.ts';
import { keptCodes } from './kept-codes.ts';

/**
 * Does `convite registrar replace`: gives the next spare to somebody who lost a letter, or was added to the roll.
 *
 * The spare is noted as given before anything is written: one that is lost on the way is given to nobody else.
 */
export async function replaceCode(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const [folder = ''] = context.given.inputs;
  const kept = await keptCodes(context, folder);
  if (!kept.ok) return kept;
  const { opened, list } = kept.value;
  const givenPath = join(folder, codeFiles.given);
  const givenText = await readTextFile(context, givenPath, 'private_list');
  if (!givenText.ok) return givenText;
  const given = readGiven(givenText.value);
  if (!given.ok) return err({ type: 'malformed', path: givenPath, kind: 'private_list', place: `line ${given.error}` });
  const { values } = context.given;
  const territory = values.get('territory');
  const added =
    territory === undefined
      ? undefined
      : { territory, name: values.get('name') ?? '', language: values.get('language') ?? null };
  const { order } = opened;
  const suite = await loadMachineSuite();
  const spare = giveSpare(suite, { order, list, given: given.value }, { id: context.value('id'), added });
  if (!spare.ok) return spare;
  await note(context.path(givenPath), spare.value.given);
  const out = context.value('out');
  const at = (name: string): string => context.path(join(out, name));
  const { form, letter, left, isLost } = spare.value;
  const page = lettersPage('letters', letterFacts(order, calendar), [letter]);
  const written = await writeFiles([
    { path: at(replacementFiles.form), content: form, isPrivate: false },
    { path: at(replacementFiles.letter), content: page, isPrivate: true },
  ]);
  if (!written.ok) return written;
  context.say(
    context.words.registrar.replaced({ out, files: replacementFiles, spare: spare.value.given.spare, left, isLost }),
  );
  return ok(0);
}

/** Down to the disk before anything else happens. */
async function note(path: string, given: GivenSpare): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.writeFile(givenLine(given));
    await file.sync();
  } finally {
    await file.close();
  }
}
