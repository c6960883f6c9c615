import {
  checkShufflers,
  createCheckRecord,
  type Election,
  encryptedTally,
  type ElectionState,
  groupNames,
  isMixed,
  Misread,
  readTally,
  readText,
  shuffleWire,
  type Suite,
  type Tally,
  withMixedPart,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { z } from 'zod';
import type { CheckedArchive } from '../tasks/checked-archive.ts';
import { parseForm, readTextFile } from '../tasks/read-files.ts';
import type { StatefulTask, TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { ownerOf } from './rehearse.ts';
import { type OwnKey, readKey } from './trustee-files.ts';

/** The states in which a task belongs. */
const states: Readonly<Record<StatefulTask, readonly ElectionState[]>> = {
  ballot: ['voting'],
  close: ['voting'],
  shuffle: ['tallied', 'shuffling'],
  end_shuffles: ['shuffling'],
  decrypt: ['tallied', 'shuffled', 'decrypting'],
  result: ['decrypting'],
};

/** Refuses a task for which the election does not stand right. */
export function standsFor({ head }: Pick<CheckedArchive, 'head'>, task: StatefulTask): Result<void, TaskRefusal> {
  return states[task].includes(head.state) ? ok(undefined) : err({ type: 'wrong_state', state: head.state, task });
}

/** Heights of the events of a type, and who made them. */
export function ownersIn({ contents: { index } }: CheckedArchive, type: 'Shuffle' | 'PartialDecryption') {
  const owners: { readonly height: number; readonly owner: number }[] = [];
  for (let height = 0; height < index.length; height++) {
    if (index.typeAt(height) !== type) continue;
    const event = index.event(height);
    if ('owner' in event) owners.push({ height, owner: event.owner });
  }
  return owners;
}

/** An archive or a key of a simulation may be used for practice alone. */
export function refuseSimulation(context: TaskContext, { name, given }: CheckedArchive): Result<void, TaskRefusal> {
  const isMarked = /^SIMULATION\b/u.test(name);
  return isMarked && !context.given.flags.has('rehearsal') ? err({ type: 'simulation', path: given }) : ok(undefined);
}

/** A key, and whose it is in an election. */
export interface ElectionKey extends OwnKey {
  readonly owner: number;
  /** It is of the private file of a simulation, which holds those of all trustees. */
  readonly isSimulated: boolean;
}

/** The key that the person names, and whose it is in the election. */
export async function ownKeyIn(
  context: TaskContext,
  { suite, trustees }: CheckedArchive,
): Promise<Result<ElectionKey, TaskRefusal>> {
  const path = context.value('key');
  const own = await anyKey(context, suite, path);
  if (!own.ok) return own;
  const { file } = own.value;
  const owner = trustees.group.name === file.group ? ownerOf(trustees, file.public_key) : undefined;
  return owner === undefined ? err({ type: 'not_a_trustee', path }) : ok({ ...own.value, owner });
}

/** A key file; or, for practice alone, the private file of a simulation, of which `--owner` says whose key is meant. */
async function anyKey(
  context: TaskContext,
  suite: Suite,
  path: string,
): Promise<Result<Omit<ElectionKey, 'owner'>, TaskRefusal>> {
  const text = await readTextFile(context, path, 'key');
  if (!text.ok) return text;
  if (!text.value.startsWith('{"type":"election"')) {
    const own = await readKey(context, suite, path);
    return own.ok ? ok({ ...own.value, isSimulated: false }) : own;
  }
  const { flags, values } = context.given;
  if (!flags.has('rehearsal')) return err({ type: 'simulation', path });
  const records = text.value.split('\n').flatMap((line) => {
    const read = parseForm(line, path, 'simulation', simulatedTrustee);
    return read.ok ? [read.value] : [];
  });
  const wanted = Number(values.get('owner') ?? 1);
  const found = records.find(({ owner }) => owner === wanted);
  const name = /"group":"([^"]+)"/u.exec(text.value)?.[1];
  const group = groupNames.find((known) => known === name);
  if (found === undefined || group === undefined) {
    return err({ type: 'malformed', path, kind: 'simulation', place: `owner ${wanted}` });
  }
  const { public_key, secret_key: secret } = found;
  const file = { convite_key: 1, kind: 'single', group, name: `simulation ${wanted}`, public_key, secret } as const;
  return ok({ file, group: suite.group(group), secret: BigInt(secret), isSimulated: true });
}

/** A trustee in the private file of a simulation. */
const simulatedTrustee = z.object({
  type: z.literal('trustee'),
  owner: z.int().positive(),
  public_key: z.string(),
  secret_key: z.string().regex(/^\d+$/u),
});

/**
 * What is to be shuffled next, or decrypted: the encrypted tally with the outputs of the last shuffle.
 *
 * Requires: every check of the archive holds, so that nothing needs to be checked again.
 */
export async function currentTally<E>(election: Election<E>, archive: CheckedArchive): Promise<Tally> {
  const { contents } = archive;
  const record = createCheckRecord();
  const heights = Array.from({ length: contents.index.length }, (_, height) => height);
  const tallyAt = heights.find((height) => contents.index.typeAt(height) === 'EncryptedTally');
  invariant(tallyAt !== undefined, 'the state of the election says that the tally is there');
  const tally = readTally(election.group, (await contents.text(tallyAt, record)) ?? '', record);
  invariant(tally !== undefined, 'the tally of an accepted archive can be read');
  const last = ownersIn(archive, 'Shuffle').at(-1);
  if (last === undefined) return tally;
  const shuffle = readText(shuffleWire, (await contents.text(last.height, record)) ?? '');
  invariant(!(shuffle instanceof Misread), 'the shuffles of an accepted archive can be read');
  const outputs = readTally(election.group, encryptedTally.write(shuffle.ciphertexts), record);
  invariant(outputs !== undefined, 'the elements of an accepted archive are members');
  return withMixedPart(election, tally, outputs);
}

/** Refuses to decrypt what was not shuffled by those who must. */
export function refuseUnshuffled<E>(election: Election<E>, archive: CheckedArchive): Result<void, TaskRefusal> {
  if (!election.questions.some(isMixed)) return ok(undefined);
  const shufflers = new Set(ownersIn(archive, 'Shuffle').map(({ owner }) => owner));
  const record = createCheckRecord();
  if (archive.isStrict) checkShufflers(election, archive.trustees, shufflers, true, record);
  const isKept = shufflers.size > 0 && record.totals().failures.length === 0;
  if (isKept) return ok(undefined);
  const mandatory = archive.trustees.entries.flatMap((entry) =>
    entry.kind === 'single' && !shufflers.has(entry.trustee.owner) ? [entry.trustee.owner] : [],
  );
  return err({ type: 'shuffles_missing', mandatory, shuffled: shufflers.size });
}

/** Ballots that count: what the encrypted tally says of itself, which was checked. */
export function countedBallots({ contents: { index } }: CheckedArchive): number {
  for (let height = 0; height < index.length; height++) {
    const event = index.event(height);
    if (event.type === 'EncryptedTally') return event.numTallied;
  }
  return 0;
}
