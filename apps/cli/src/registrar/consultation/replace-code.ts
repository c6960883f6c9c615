import { credentialSecret, type Group, publicCredential, readPrivateCredential, type Suite } from '@convite/crypto';
import { type CredentialOrder, type ReplacementForm, writeReplacement } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { loadMachineSuite } from '@convite/machine';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../../tasks/new-files.ts';
import { readTextFile, warnWhereOpen } from '../../tasks/read-files.ts';
import type { TaskRefusal } from '../../tasks/refusal.ts';
import type { TaskContext } from '../../tasks/task.ts';
import { codeFiles, type GivenSpare, givenLine, type ListedCode, readGiven, readList } from './code-list.ts';
import { type Addressee, letterFacts } from './letter-facts.ts';
import { lettersPage } from './letters.ts';
import { orderOf } from './make-consultation.ts';

/** Files of one replacement. */
const replacementFiles = { form: 'replacement.json', letter: 'PRIVATE-letter.html' } as const;

interface Codes {
  readonly order: CredentialOrder;
  readonly list: readonly ListedCode[];
  readonly given: readonly GivenSpare[];
}

/** Who gets a spare, and what takes its place; no code is lost by somebody who was only now added to the roll. */
interface Receiver {
  readonly slice: number;
  readonly person: Omit<Addressee, 'code' | 'contests' | 'kind'>;
  readonly lost: string | null;
}

/**
 * Does `convite registrar replace`: gives the next spare to somebody who lost a letter, or was added to the roll.
 *
 * The spare is noted as given before anything is written: one that is lost on the way is given to nobody else.
 */
export async function replaceCode(context: TaskContext): Promise<Result<0, TaskRefusal>> {
  const [folder = ''] = context.given.inputs;
  const codes = await readCodes(context, folder);
  if (!codes.ok) return codes;
  const receiver = receiverOf(context, codes.value);
  if (!receiver.ok) return receiver;
  const { order, list, given } = codes.value;
  const { slice, person, lost } = receiver.value;
  const taken = new Set(given.filter((one) => one.slice === slice).map(({ spare }) => spare));
  const spares = list.filter((one) => one.kind === 'spare' && one.slice === slice);
  const spare = spares.find(({ id }) => !taken.has(id));
  if (spare === undefined) return err({ type: 'no_spare_left', spares: spares.length });
  const contests = order.slices[slice]?.contests ?? [];
  const form = await formOf(order, contests, lost, spare.code);
  await note(context.path(join(folder, codeFiles.given)), { slice, spare: spare.id, to: person.id, name: person.name });
  const letter = { ...person, kind: 'voter' as const, contests, code: spare.code };
  const out = context.value('out');
  const written = await writeFiles([
    { path: context.path(join(out, replacementFiles.form)), content: writeReplacement(form), isPrivate: false },
    {
      path: context.path(join(out, replacementFiles.letter)),
      content: lettersPage('letters', letterFacts(order), [letter]),
      isPrivate: true,
    },
  ]);
  if (!written.ok) return written;
  const left = spares.length - taken.size - 1;
  context.say(
    context.words.registrar.replaced({ out, files: replacementFiles, spare: spare.id, left, isLost: lost !== null }),
  );
  return ok(0);
}

async function readCodes(context: TaskContext, folder: string): Promise<Result<Codes, TaskRefusal>> {
  const order = await orderOf(context, join(folder, codeFiles.order));
  if (!order.ok) return order;
  const [listPath, givenPath] = [join(folder, codeFiles.list), join(folder, codeFiles.given)];
  const listText = await readTextFile(context, listPath, 'private_list');
  if (!listText.ok) return listText;
  await warnWhereOpen(context, listPath);
  const givenText = await readTextFile(context, givenPath, 'private_list');
  if (!givenText.ok) return givenText;
  const [list, given] = [readList(listText.value), readGiven(givenText.value)];
  if (list === undefined) return err({ type: 'malformed', path: listPath, kind: 'private_list', place: '' });
  if (given === undefined) return err({ type: 'malformed', path: givenPath, kind: 'private_list', place: '' });
  return ok({ order: order.value.order, list, given });
}

function receiverOf({ given: options, value }: TaskContext, codes: Codes): Result<Receiver, TaskRefusal> {
  const id = value('id');
  const territory = options.values.get('territory');
  const before = codes.given.findLast(({ to }) => to === id);
  const listed = codes.list.find((one) => one.kind === 'voter' && one.id === id);
  if (territory !== undefined) {
    if (listed !== undefined || before !== undefined) return err({ type: 'person_has_code', id });
    const slice = codes.order.slices.findIndex(({ codes: own }) => own.includes(territory));
    if (slice === -1) return err({ type: 'territory_without_contest', territory });
    const name = options.values.get('name') ?? '';
    const person = { id, name, territory, language: options.values.get('language') ?? null };
    return ok({ slice, lost: null, person });
  }
  if (before !== undefined) {
    // The letter that is lost is itself a replacement.
    const held = codes.list.find(
      (one) => one.kind === 'spare' && one.slice === before.slice && one.id === before.spare,
    );
    if (held === undefined) return err({ type: 'person_unlisted', id });
    const person = { id, name: before.name, territory: listed?.territory ?? held.territory, language: held.language };
    return ok({ slice: before.slice, lost: held.code, person });
  }
  if (listed === undefined) return err({ type: 'person_unlisted', id });
  const { name, language, slice, code } = listed;
  return ok({ slice, lost: code, person: { id, name, territory: listed.territory, language } });
}

async function formOf(
  { consultation, contests }: CredentialOrder,
  own: readonly number[],
  lost: string | null,
  spare: string,
): Promise<ReplacementForm> {
  const suite = await loadMachineSuite();
  const elections = own.flatMap((at) => contests[at] ?? []);
  const head = { convite_replacement: 1, consultation } as const;
  const pair = ({ uuid, group }: (typeof elections)[number]) => ({ uuid, spare: publicOf(suite, group, uuid, spare) });
  if (lost === null) return { ...head, kind: 'added', pairs: elections.map(pair) };
  return {
    ...head,
    kind: 'lost',
    pairs: elections.map((one) => ({ ...pair(one), lost: publicOf(suite, one.group, one.uuid, lost) })),
  };
}

function publicOf(suite: Suite, name: Parameters<Suite['group']>[0], uuid: string, code: string): string {
  const group: Group = suite.group(name);
  const read = readPrivateCredential(code);
  invariant(read.ok, 'the private list holds codes');
  return group.write(publicCredential(group, credentialSecret(group, read.value, uuid)));
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
