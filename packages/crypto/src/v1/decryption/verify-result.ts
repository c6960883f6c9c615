import { invariant } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import type { Election } from '../election/election.ts';
import type { CheckLog } from '../protocol-checks.ts';
import type { Tally } from '../tally/tally.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import { isMixed, type Question } from '../wire/election-wire.ts';
import { electionResult, isBallots, type QuestionResult } from '../wire/tally-wire.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/**
 * What stays of each ciphertext when the combined factors are taken away: g^total, or an encoded ballot.
 *
 * Requires: factors in the shape of the tally, the product over all trustees.
 */
export const plaintexts = (group: Group, tally: Tally, factors: readonly (readonly Element[])[]) =>
  tally.map((ciphertexts, i) =>
    ciphertexts.map(({ beta }, j) => group.multiply(beta, group.inverse(entryOf(entryOf(factors, i), j)))),
  );

/**
 * Compares the published result with what the final ciphertexts decrypt to.
 *
 * Source: Belenios specification 2.0, "Election result"; the test of encodings is ours, see ballot-protocol.md.
 * Symbols: a total t < q is right if g^t is the plaintext; so no discrete logarithm is needed.
 * Checks: result.form, result.totals, result.ballots. Where a plaintext is no canonical encoding, the numbers must still
 * be those that the format reads from it; what it means is for the caller to judge.
 *
 * @returns the places of plaintexts that are no canonical encoding of their numbers, see `result.encoding`.
 */
export function checkResult<E>(
  { group, questions }: Election<E>,
  plain: readonly (readonly Element[])[],
  text: string,
  log: CheckLog,
): readonly string[] {
  const read = readResult(questions, plain, text, log);
  const unencoded: string[] = [];
  if (read === undefined) return unencoded;
  for (const [i, result] of read.entries()) {
    const elements = entryOf(plain, i);
    if (!isBallots(result)) {
      log.made('result.totals', elements.length);
      for (const [j, total] of result.entries()) {
        const element = entryOf(elements, j);
        // Exponents repeat after q: beyond it a number far from the total would stand for the same element.
        if (total >= group.q || !group.equals(group.power(group.g, total), element)) {
          log.failed('result.totals', `result[${i}][${j}]`, 'The total is not what the tally decrypts to.');
        }
      }
      continue;
    }
    const question = entryOf(questions, i);
    invariant(isMixed(question), 'the result has the shape of the questions');
    const count = question.value.answers.length;
    for (const [j, ints] of result.entries()) {
      const element = entryOf(elements, j);
      log.made('result.encoding');
      if (group.decodeInts(element, count) === undefined) unencoded.push(`result[${i}][${j}]`);
      log.made('result.ballots');
      const held = group.readInts(element, count);
      if (held.length !== ints.length || held.some((int, k) => int !== ints[k])) {
        log.failed('result.ballots', `result[${i}][${j}]`, 'The ballot is not what the last shuffle decrypts to.');
      }
    }
  }
  return unencoded;
}

/** The published result where its shape is that of the questions and plaintexts. */
function readResult(
  questions: readonly Question[],
  plain: readonly (readonly unknown[])[],
  text: string,
  log: CheckLog,
): readonly QuestionResult[] | undefined {
  log.made('result.form');
  const wire = readCanonical(electionResult, text);
  if (wire instanceof Misread) {
    log.failed('result.form', `result${wire.place}`, wire.sentence);
    return undefined;
  }
  const fits =
    wire.result.length === questions.length &&
    wire.result.every((result, i) => {
      const question = questions[i];
      const isEmpty = result.length === 0;
      const kindFits = question !== undefined && (isEmpty || isBallots(result) === isMixed(question));
      return kindFits && result.length === plain[i]?.length;
    });
  if (!fits) log.failed('result.form', 'result', 'The result has another shape than the questions.');
  return fits ? wire.result : undefined;
}
