import {
  checkShufflers,
  createCheckRecord,
  type Election,
  type ElectionState,
  encryptedTally,
  isMixed,
  Misread,
  readTally,
  readText,
  shuffleWire,
  type Tally,
  withMixedPart,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { TrusteeTask } from '../work/work-form.ts';
import type { CheckedElection } from './checked-election.ts';

/** What is done on an archive, by whomever. */
export type ElectionTask = TrusteeTask | 'ballot' | 'close' | 'end_shuffles' | 'result';

export interface WrongState {
  readonly type: 'wrong_state';
  readonly state: ElectionState;
  readonly task: ElectionTask;
}

/** The policy on shuffles is not kept: trustees who must shuffle and have not, and how many have at all. */
export interface ShufflesMissing {
  readonly type: 'shuffles_missing';
  readonly mandatory: readonly number[];
  readonly shuffled: number;
}

/** Why a trustee does not work on an election whose archive holds. */
export type StandingRefusal =
  /** The election does not stand where the task belongs. */
  | WrongState
  | { readonly type: 'nothing_mixed' }
  | { readonly type: 'already_done'; readonly task: TrusteeTask; readonly owner: number }
  | ShufflesMissing
  /** The archive says of a shuffle that this trustee made it; `made` are those that this key is known to have made. */
  | { readonly type: 'shuffle_not_own'; readonly owner: number; readonly height: number; readonly made: number }
  /** The key has decrypted something else of this election already. */
  | { readonly type: 'decrypted_otherwise'; readonly uuid: string };

/** The states in which a task belongs. */
const states: Readonly<Record<ElectionTask, readonly ElectionState[]>> = {
  ballot: ['voting'],
  close: ['voting'],
  shuffle: ['tallied', 'shuffling'],
  end_shuffles: ['shuffling'],
  decrypt: ['tallied', 'shuffled', 'decrypting'],
  result: ['decrypting'],
};

/** Refuses a task for which the election does not stand right. */
export function standsFor({ head }: Pick<CheckedElection, 'head'>, task: ElectionTask): Result<void, WrongState> {
  return states[task].includes(head.state) ? ok(undefined) : err({ type: 'wrong_state', state: head.state, task });
}

/** Refuses what a trustee has done already. */
export function refuseDone(
  election: Pick<CheckedElection, 'contents'>,
  task: TrusteeTask,
  owner: number,
): Result<void, StandingRefusal> {
  const made = ownersIn(election, task === 'shuffle' ? 'Shuffle' : 'PartialDecryption');
  return made.some((each) => each.owner === owner) ? err({ type: 'already_done', task, owner }) : ok(undefined);
}

/** Heights of the events of a type, and who made them. */
export function ownersIn(
  { contents: { index } }: Pick<CheckedElection, 'contents'>,
  type: 'Shuffle' | 'PartialDecryption',
): readonly { readonly height: number; readonly owner: number }[] {
  const owners: { readonly height: number; readonly owner: number }[] = [];
  for (let height = 0; height < index.length; height++) {
    if (index.typeAt(height) !== type) continue;
    const event = index.event(height);
    if ('owner' in event) owners.push({ height, owner: event.owner });
  }
  return owners;
}

/**
 * What is to be shuffled next, or decrypted: the encrypted tally with the outputs of the last shuffle.
 *
 * Requires: every check of the archive holds, so that nothing needs to be checked again.
 */
export async function currentTally<E>(election: Election<E>, archive: CheckedElection): Promise<Tally> {
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
export function refuseUnshuffled<E>(election: Election<E>, archive: CheckedElection): Result<void, ShufflesMissing> {
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

/**
 * Refuses an archive that says of a shuffle that this trustee made it, when it did not.
 *
 * The format lets whoever keeps the archive name the owner of a shuffle, and nobody signs one: who counts on the own
 * shuffle for the secrecy of the vote has to look that it is there.
 *
 * @param made SHA-256 of the shuffles that this key is known to have made
 */
export function refuseForeignShuffles(
  archive: CheckedElection,
  owner: number,
  made: readonly string[],
): Result<void, StandingRefusal> {
  for (const { height } of ownersIn(archive, 'Shuffle').filter((each) => each.owner === owner)) {
    const event = archive.contents.index.event(height);
    if (event.type === 'Shuffle' && !made.includes(event.payload.sha256)) {
      return err({ type: 'shuffle_not_own', owner, height, made: made.length });
    }
  }
  return ok(undefined);
}

/** The hash of the last event before the first partial decryption: the proofs of all trustees name it. */
export function headBeforeDecryptions(archive: Pick<CheckedElection, 'contents' | 'head'>): string {
  const [first] = ownersIn(archive, 'PartialDecryption');
  const head = first === undefined ? archive.head.parent : archive.contents.index.event(first.height - 1).hash;
  invariant(head !== undefined, 'an archive whose tally is there has events');
  return head;
}

/** Ballots that count: what the encrypted tally says of itself, which was checked. */
export function countedBallots({ contents: { index } }: Pick<CheckedElection, 'contents'>): number {
  for (let height = 0; height < index.length; height++) {
    const event = index.event(height);
    if (event.type === 'EncryptedTally') return event.numTallied;
  }
  return 0;
}
