import {
  checkShufflers,
  createCheckRecord,
  type Election,
  encryptedTally,
  type ElectionState,
  isMixed,
  Misread,
  readTally,
  readText,
  shuffleWire,
  type Tally,
  withMixedPart,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { readFile } from 'node:fs/promises';
import { inputFault } from '../count/read-input.ts';
import type { CheckedArchive } from '../tasks/checked-archive.ts';
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
export function standsFor({ head }: CheckedArchive, task: StatefulTask): Result<void, TaskRefusal> {
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

/** The key that the person names, and whose it is in the election. */
export async function ownKeyIn(
  context: TaskContext,
  { suite, trustees }: CheckedArchive,
): Promise<Result<OwnKey & { readonly owner: number }, TaskRefusal>> {
  const path = context.value('key');
  const simulated = await simulatedKey(context, path);
  if (!simulated.ok) return simulated;
  const own = simulated.value ?? (await readKey(context, suite, path));
  if (!('file' in own) && !own.ok) return own;
  const key = 'file' in own ? own : own.value;
  const found = trustees.group.name === key.file.group ? ownerOf(trustees, key.file.public_key) : undefined;
  return found === undefined ? err({ type: 'not_a_trustee', path }) : ok({ ...key, owner: found });
}

const secretLine = /^\{"type":"trustee","public_key":"([0-9a-f]+)","secret_key":"(\d+)".*"owner":(\d+)\}$/u;

/** A key out of the private file of a simulation; undefined where the file is none. */
async function simulatedKey(context: TaskContext, path: string): Promise<Result<OwnKey | undefined, TaskRefusal>> {
  let text: string;
  try {
    text = await readFile(context.path(path), 'utf8');
  } catch (thrown) {
    return err({ type: 'input', path, fault: inputFault(thrown) });
  }
  if (!text.startsWith('{"type":"election"')) return ok(undefined);
  return err({ type: 'simulation', path });
}

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
  const messages = record.totals().failures.map(({ message }) => message);
  if (shufflers.size === 0) messages.push('Nobody has shuffled.');
  return messages.length === 0 ? ok(undefined) : err({ type: 'shuffles_missing', messages });
}

/** Ballots that count: what the encrypted tally says of itself, which was checked. */
export function countedBallots({ contents: { index } }: CheckedArchive): number {
  for (let height = 0; height < index.length; height++) {
    const event = index.event(height);
    if (event.type === 'EncryptedTally') return event.numTallied;
  }
  return 0;
}
