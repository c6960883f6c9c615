import { invariant } from '@convite/kernel';
import type { Ciphertext, Group } from '../../primitives/group.ts';
import type { VerifiedBallot } from '../ballot/verified-ballot.ts';
import type { Election } from '../election/election.ts';
import { isMixed } from '../wire/election-wire.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/** Per question: a ciphertext per answer (homomorphic, the blank one first), or one per counted ballot (mixed). */
export type Tally = readonly (readonly Ciphertext[])[];

/** Adds ballots up while they stay encrypted. */
export interface RunningTally<E> {
  /** Requires: the ballot is its credential's last; weight ≥ 1, and 1 where a question is mixed. */
  readonly add: (ballot: VerifiedBallot<E>, weight: bigint) => void;
  /** Takes over what another running tally of the same election has added. */
  readonly absorb: (sums: Tally) => void;
  /** What was added so far: mixed questions in no particular order. */
  readonly sums: () => Tally;
}

/**
 * Starts an empty encrypted tally.
 *
 * Source: Belenios specification 2.0, "Encrypted tally": the product of choices^weight for each answer of a homomorphic
 * question; all ciphertexts of a mixed one, to be sorted.
 */
export function runningTally<E>({ identity, group, questions }: Election<E>): RunningTally<E> {
  const sums: Ciphertext[][] = questions.map((question) =>
    isMixed(question)
      ? []
      : Array.from({ length: question.answers.length + (question.blank === true ? 1 : 0) }, () => ({
          alpha: group.one,
          beta: group.one,
        })),
  );
  const addTo = (i: number, ciphertexts: readonly Ciphertext[]): void => {
    const question = questions[i];
    invariant(question !== undefined, 'a tally has the questions of its election');
    const before = entryOf(sums, i);
    if (isMixed(question)) before.push(...ciphertexts);
    else sums[i] = before.map((sum, j) => multiplied(group, sum, ciphertexts[j]));
  };
  return {
    add(ballot, weight) {
      invariant(ballot.identity === identity, 'a ballot of another election');
      for (const [i, answer] of ballot.answers.entries()) {
        if (answer.kind === 'mixed') addTo(i, [answer.ciphertext]);
        else
          addTo(
            i,
            answer.choices.map((choice) => raised(group, choice, weight)),
          );
      }
    },
    absorb: (others) => others.forEach((ciphertexts, i) => addTo(i, ciphertexts)),
    sums: () => sums,
  };
}

function multiplied(group: Group, sum: Ciphertext, other: Ciphertext | undefined): Ciphertext {
  invariant(other !== undefined, 'an answer has a ciphertext for each choice');
  return { alpha: group.multiply(sum.alpha, other.alpha), beta: group.multiply(sum.beta, other.beta) };
}

const raised = (group: Group, { alpha, beta }: Ciphertext, weight: bigint): Ciphertext =>
  weight === 1n ? { alpha, beta } : { alpha: group.power(alpha, weight), beta: group.power(beta, weight) };
