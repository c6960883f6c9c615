import type { Ciphertext, Group } from '../../primitives/group.ts';
import type { Election } from '../election/election.ts';
import type { Tally } from '../tally/tally.ts';
import { isMixed } from '../wire/election-wire.ts';

/**
 * The order in which the ciphertexts of a mixed question enter the first shuffle: by alpha, then by beta.
 *
 * Source: observed on belenios-tool 2.0 and 2.1; the specification does not say it. In another order the same
 *   ciphertexts make every honest shuffle fail.
 */
export const sortCiphertexts = (group: Group, ciphertexts: readonly Ciphertext[]): readonly Ciphertext[] =>
  ciphertexts.toSorted((a, b) => group.compare(a.alpha, b.alpha) || group.compare(a.beta, b.beta));

/** A tally as it is published and as the first shuffle takes it: the ciphertexts of mixed questions sorted. */
export const sortedTally = <E>({ group, questions }: Election<E>, tally: Tally): Tally =>
  tally.map((ciphertexts, i) => {
    const question = questions[i];
    return question !== undefined && isMixed(question) ? sortCiphertexts(group, ciphertexts) : ciphertexts;
  });
