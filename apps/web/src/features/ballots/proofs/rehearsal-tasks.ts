import { Misread, readText, type Suite } from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { readsTestBallot, readTrusteeList, rehearsalFile, rehearsedFactor } from '@convite/trustee';

/** What a trustee brings of a rehearsal, and what came of the same list before: the texts of files. */
export interface RehearsalTask {
  readonly type: 'rehearsal';
  /** The list of trustees. Requires: every check of it holds. */
  readonly list: string;
  readonly text: string;
  readonly before: readonly string[];
}

export interface RehearsalAnswer {
  readonly type: 'rehearsal';
  readonly result: Result<Rehearsed, RehearsalRefusal>;
}

/** A trustee has decrypted the test ballot of a day. */
export interface Rehearsed {
  /** Number in the list, from 1. */
  readonly owner: number;
  readonly day: string;
  /** Whether those who rehearsed for this day have opened the test ballot together. */
  readonly opened: boolean;
}

export type RehearsalRefusal =
  | { readonly type: 'wrong_form'; readonly place: string }
  /** Made with another list of trustees. */
  | { readonly type: 'other_list' }
  /** The proof is not one of that trustee's key. */
  | { readonly type: 'not_proven'; readonly owner: number };

export const performRehearsalTask = (suite: Suite, task: RehearsalTask): RehearsalAnswer => ({
  type: 'rehearsal',
  result: check(suite, task),
});

function check(suite: Suite, { list: listText, text, before }: RehearsalTask): RehearsalAnswer['result'] {
  const file = readText(rehearsalFile, text);
  if (file instanceof Misread) return err({ type: 'wrong_form', place: file.place });
  const list = readTrusteeList(suite, listText);
  invariant(list.ok, 'a list of trustees is stored once it passed every check');
  if (file.trustees !== list.value.sha256) return err({ type: 'other_list' });
  const { owner, date: day } = file;
  if (rehearsedFactor(list.value, file) === undefined) return err({ type: 'not_proven', owner });
  const earlier = before.map((one) => {
    const read = readText(rehearsalFile, one);
    invariant(!(read instanceof Misread), 'a rehearsal was read when it was taken');
    return read;
  });
  return ok({ owner, day, opened: readsTestBallot(list.value, [...earlier.filter((one) => one.date === day), file]) });
}
