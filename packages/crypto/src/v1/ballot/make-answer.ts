import { invariant } from '@convite/kernel';
import type { CiphertextText, Element, Group, SecretPair } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import { type Proof, proveKnowledge } from '../../primitives/schnorr.ts';
import type { HomomorphicAnswerWire, MixedAnswerWire } from '../wire/ballot-wire.ts';
import type { HomomorphicQuestion } from '../wire/election-wire.ts';
import { writeProof } from '../wire/read-proof.ts';
import type { ProofWire } from '../wire/scalars.ts';
import { type KnownDisjunct, startDisjunction } from './prove-disjunction.ts';
import { allowedSums } from './read-answer.ts';
import type { Statement } from './verify-answer.ts';
import { entryOf } from '../../primitives/entry-of.ts';

const textOfPair = ({ alpha, beta }: CiphertextText): string => `${alpha},${beta}`;

const hashOf = (group: Group, start: string, commitments: readonly CiphertextText[]): bigint =>
  group.hashToScalar(start + commitments.map(textOfPair).join(','));

const knownPair = ({ randomness, plaintext }: Omit<KnownDisjunct, 'value'>): SecretPair => ({
  exponent: randomness,
  shift: BigInt(plaintext),
});

function inTwo(proofs: readonly Proof[]): readonly [ProofWire, ProofWire] {
  const [first, second] = proofs;
  invariant(first !== undefined && second !== undefined, 'a proof of one out of two has two parts');
  return [writeProof(first), writeProof(second)];
}

/**
 * Encrypts the choices of one homomorphic question and proves that they are allowed.
 *
 * Source: as `verifyHomomorphicAnswer`, whose transcripts these are.
 * Requires: choices fit the question (see `makeBallot`): 0 or 1 each, the blank one first, their sum allowed.
 * Cost: 3 secret powers for each of 3n + 2(max - min + 1) pairs, in one call of the group.
 * Hazards: the randomness is a receipt of the vote; it is forgotten here and nowhere kept.
 */
export function makeHomomorphicAnswer(
  { group, y, S0 }: Statement,
  question: HomomorphicQuestion,
  plain: readonly number[],
  random: Randomness,
): HomomorphicAnswerWire {
  const choices = plain.map((plaintext) => ({ randomness: randomScalar(group, random), plaintext }));
  const [blank, others] = question.blank === true ? [choices[0], choices.slice(1)] : [undefined, choices];
  const sum = {
    randomness: others.reduce((total, { randomness }) => total + randomness, 0n) % group.q,
    plaintext: others.reduce((total, { plaintext }) => total + plaintext, 0),
  };
  const sums = allowedSums(question).map((value): KnownDisjunct => ({ ...sum, value }));
  const individual = choices.map((choice) =>
    startDisjunction(
      group,
      [0, 1].map((value) => ({ ...choice, value })),
      choice.plaintext,
      random,
    ),
  );
  const isBlank = blank?.plaintext === 1;
  const overall =
    blank === undefined
      ? startDisjunction(group, sums, sum.plaintext - question.min, random)
      : startDisjunction(
          group,
          [{ ...blank, value: 1 }, ...sums],
          isBlank ? 0 : sum.plaintext - question.min + 1,
          random,
        );
  const empty =
    blank === undefined
      ? undefined
      : startDisjunction(
          group,
          [blank, sum].map((one) => ({ ...one, value: 0 })),
          isBlank ? 1 : 0,
          random,
        );

  const [ciphertexts = [], sumTexts = [], overallTexts = [], emptyTexts = [], ...individualTexts] = pairsTogether(
    group,
    y,
    [
      choices.map(knownPair),
      [knownPair(sum)],
      overall.commitments,
      empty?.commitments ?? [],
      ...individual.map(({ commitments }) => commitments),
    ],
  );
  const texts = ciphertexts.map(textOfPair);
  const S = `${S0}|${texts.join(',')}`;
  const overallStart = blank === undefined ? `prove|${S}|${sumTexts.map(textOfPair).join(',')}|` : `bproof1|${S}|`;
  return {
    choices: ciphertexts,
    individual_proofs: individual.map(({ finish }, i) =>
      inTwo(finish(hashOf(group, `prove|${S0}|${texts[i]}|`, entryOf(individualTexts, i)))),
    ),
    overall_proof: overall.finish(hashOf(group, overallStart, overallTexts)).map(writeProof),
    ...(empty === undefined ? {} : { blank_proof: inTwo(empty.finish(hashOf(group, `bproof0|${S}|`, emptyTexts))) }),
  };
}

/** Makes several lists of pairs in one call of the group. */
function pairsTogether(
  group: Group,
  key: Element,
  lists: readonly (readonly SecretPair[])[],
): readonly (readonly CiphertextText[])[] {
  const made = group.secretPairs(key, lists.flat());
  let from = 0;
  return lists.map(({ length }) => made.slice(from, (from += length)));
}

/**
 * Encrypts an encoded ballot of a mixed question and proves knowledge of the randomness.
 *
 * Source: as `verifyMixedAnswer`.
 */
export function makeMixedAnswer(
  { group, y, S0 }: Statement,
  ints: readonly number[],
  random: Randomness,
): MixedAnswerWire {
  const r = randomScalar(group, random);
  const alpha = group.write(group.secretPower(group.g, r));
  const beta = group.write(group.multiply(group.secretPower(y, r), group.encodeInts(ints)));
  const prefix = `raweg|${S0}|${group.write(y)},${alpha},${beta}|`;
  return { choices: { alpha, beta }, proof: writeProof(proveKnowledge(group, r, prefix, random)) };
}
