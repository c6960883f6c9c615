import { invariant } from '@convite/kernel';
import type { Election } from '../election/election.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { tallyWire } from '../tally/read-tally.ts';
import type { Tally } from '../tally/tally.ts';
import { allEquationsHold } from './batched-equations.ts';
import { permutationChallenges, shuffleTranscript, sigmaChallenge } from './challenges.ts';
import { entryOf } from '../../primitives/entry-of.ts';
import { type FailedEquation, failedEquations } from './equations.ts';
import { mixedPart, withMixedPart } from './mixed-part.ts';
import { readShuffle } from './read-shuffle.ts';
import type { ShuffleStatement } from './shuffle-statement.ts';

/** A shuffle as it was published, read together with what went in; nothing is proven yet. */
export interface OpenShuffle {
  /** Per mixed question. */
  readonly statements: readonly ShuffleStatement[];
  /** A hash of all that the equations speak of, for the weights of the batched check. */
  readonly seed: string;
}

/**
 * Checks one trustee's shuffle of the mixed questions.
 *
 * Statement: for each mixed question the outputs are the inputs, re-encrypted under the election key, in another order; the
 *   trustee knows the order and the randomness.
 * Source: Terelius, Wikström, AFRICACRYPT 2010; Haenni, Locher, Koenig, Dubuis, 2017; Belenios specification 2.0, "Shuffles".
 * Checks: shuffle.form, shuffle.numbers, shuffle.members, shuffle.t1 … shuffle.t4, shuffle.t_hat. The equations of all
 *   questions are checked at once, and one by one only where that fails, to name those that do not hold.
 * Membership: of every element of the text, here; that of the inputs lies in their type.
 * Requires: mixed questions of the first shuffle's inputs in the order of `sortedTally`.
 *
 * @param tally what went in, homomorphic questions included.
 * @returns the tally with the outputs in the place of the inputs: what the next shuffle takes, or the decryption.
 */
export function verifyShuffle<E>(
  election: Election<E>,
  tally: Tally,
  text: string,
  place: string,
  log: CheckLog,
): Tally | undefined {
  const open = openShuffle(election, mixedPart(election, tally), text, place, log);
  if (open === undefined) return undefined;
  const { statements, seed } = open;
  for (const { rows } of statements) {
    for (const check of ['shuffle.t1', 'shuffle.t2', 'shuffle.t3', 'shuffle.t4'] as const) log.made(check);
    log.made('shuffle.t_hat', rows.length);
  }
  if (!allEquationsHold(election, statements, seed)) {
    const failed = statements.map((statement) => failedEquations(election.group, election.key, statement));
    invariant(
      failed.some((equations) => equations.length > 0),
      'equations that hold one by one hold together',
    );
    failed.forEach((equations, i) => equations.forEach((equation) => report(equation, `${place}.proofs[${i}]`, log)));
    return undefined;
  }
  const outputs = statements.map(({ rows }) => rows.map(({ e_prime }) => e_prime));
  return withMixedPart(election, tally, outputs);
}

/**
 * Reads a shuffle and computes its challenges, so that its equations can be checked in either way.
 *
 * Domain separation of the seed: `convite|shuffle-seed|`, then group, fingerprint, key, inputs and the text itself.
 */
export function openShuffle<E>(
  election: Election<E>,
  inputs: Tally,
  text: string,
  place: string,
  log: CheckLog,
): OpenShuffle | undefined {
  const { group, fingerprint, key } = election;
  const read = readShuffle(group, inputs, text, place, log);
  if (read === undefined) return undefined;
  const inputsWire = tallyWire(group, inputs);
  const statements = read.parts.map((argument, i): ShuffleStatement => {
    const [t, , c, c_hat] = entryOf(read.wire.proofs, i);
    const transcript = shuffleTranscript(entryOf(inputsWire, i), entryOf(read.wire.ciphertexts, i), c);
    const u = permutationChallenges(election, transcript, argument.rows.length);
    return {
      ...argument,
      rows: argument.rows.map((row, k) => ({ ...row, u: entryOf(u, k) })),
      challenge: sigmaChallenge(election, transcript, t, c_hat),
    };
  });
  const listedInputs = inputsWire.map((e) => `${shuffleTranscript(e, [], [])}|`).join('');
  const seed = group.hashToScalar(
    `convite|shuffle-seed|${group.name}|${fingerprint}|${group.write(key)}|${listedInputs}${text}`,
  );
  return { statements, seed: String(seed) };
}

/** What it means that an equation does not hold. */
const meanings = {
  'shuffle.t1': 'The commitments are not to a matrix whose rows sum to one.',
  'shuffle.t2': 'The chain of commitments does not end in the product of the challenges.',
  'shuffle.t3': 'The commitments do not open to the permuted challenges.',
  'shuffle.t4': 'The outputs are not the inputs in that order, re-encrypted.',
  'shuffle.t_hat': 'A link of the chain of commitments does not hold.',
} as const satisfies Readonly<Record<FailedEquation['check'], string>>;

const report = ({ check, index }: FailedEquation, place: string, log: CheckLog): void =>
  log.failed(check, index === undefined ? place : `${place}[0][4][${index}]`, meanings[check]);
