import { invariant } from '@convite/kernel';
import type { Election } from '../election/election.ts';
import type { Tally } from '../tally/tally.ts';
import { isMixed } from '../wire/election-wire.ts';

/** The ciphertexts of the mixed questions alone: what a shuffle takes and gives. */
export const mixedPart = <E>({ questions }: Election<E>, tally: Tally): Tally =>
  tally.filter((_, i) => {
    const question = questions[i];
    return question !== undefined && isMixed(question);
  });

/** The tally with the ciphertexts of its mixed questions replaced. Requires: a list for each of them. */
export function withMixedPart<E>({ questions }: Election<E>, tally: Tally, part: Tally): Tally {
  const rest = part.values();
  return tally.map((ciphertexts, i) => {
    const question = questions[i];
    if (question === undefined || !isMixed(question)) return ciphertexts;
    const next = rest.next();
    invariant(next.done !== true, 'there is a list for each mixed question');
    return next.value;
  });
}
