import { err, ok, type Result } from '@convite/kernel';
import type { Element } from '../../primitives/group.ts';
import type { Election } from '../election/election.ts';
import { isMixed } from '../wire/election-wire.ts';
import { electionResult, type QuestionResult } from '../wire/tally-wire.ts';
import { logarithms } from './discrete-logarithm.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/** Why a result cannot be written: which question, and which of its answers or ballots, counted from 0. */
export interface ResultRefusal {
  readonly type: 'no_total';
  readonly question: number;
  readonly index: number;
}

/**
 * Writes the result that the final plaintexts give.
 *
 * Source: Belenios specification 2.0, "Election result". A plaintext of a mixed question that is no canonical encoding
 * is written as the format reads it, its high bits left out, so that programs that are laxer find what they expect;
 * `result.encoding` tells it apart.
 *
 * @param plain per question what `plaintexts` gives.
 * @param totalWeight the largest total that there can be.
 */
export function makeResult<E>(
  { group, questions }: Election<E>,
  plain: readonly (readonly Element[])[],
  totalWeight: bigint,
): Result<string, ResultRefusal> {
  const find = logarithms(group, totalWeight);
  const result: QuestionResult[] = [];
  for (const [i, question] of questions.entries()) {
    const elements = entryOf(plain, i);
    if (isMixed(question)) {
      result.push(elements.map((element) => group.readInts(element, question.value.answers.length)));
      continue;
    }
    const totals: bigint[] = [];
    for (const [j, element] of elements.entries()) {
      const total = find(element);
      if (total === undefined) return err({ type: 'no_total', question: i, index: j });
      totals.push(total);
    }
    result.push(totals);
  }
  return ok(electionResult.write({ result }));
}
