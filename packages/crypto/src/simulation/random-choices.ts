import { invariant } from '@convite/kernel';
import { bigIntOfBytes } from '../primitives/bytes.ts';
import type { Group } from '../primitives/group.ts';
import type { Randomness } from '../primitives/randomness.ts';
import { readLayout } from '../v1/layout/layout-extra.ts';
import { packChoices } from '../v1/layout/pack-choices.ts';
import type { PackedLayout, PlainChoices } from '../v1/layout/packed-layout.ts';
import { uniformPermutation } from '../v1/shuffle/uniform-permutation.ts';
import { type HomomorphicQuestion, isMixed, type Question } from '../v1/wire/election-wire.ts';

/** A number in [0, bound), every one equally likely. Requires: bound ≥ 1. */
export function uniformBelow(bound: bigint, random: Randomness): bigint {
  const bits = (bound - 1n).toString(2).length;
  for (;;) {
    const drawn = bigIntOfBytes(random(Math.ceil(bits / 8))) & ((1n << BigInt(bits)) - 1n);
    if (drawn < bound) return drawn;
  }
}

/**
 * What a voter chooses who takes every allowed answer to a question as likely as any other.
 *
 * Requires: a question that an election can be set up with.
 * @returns what `makeBallot` takes: 0 and 1 with the blank choice first, or ints.
 */
export function randomChoices(question: Question, group: Group, random: Randomness): readonly number[] {
  if (!isMixed(question)) return homomorphicChoices(question, random);
  const named = readLayout(question, group);
  invariant(named.ok, 'the layout was checked before');
  if (named.value === undefined) return question.value.answers.map(() => Number(uniformBelow(256n, random)));
  const { layout } = named.value;
  const ints = packChoices(layout, packedChoices(layout, random));
  invariant(ints.ok, 'these choices fit their layout');
  return ints.value;
}

function homomorphicChoices({ answers, blank, min, max }: HomomorphicQuestion, random: Randomness): readonly number[] {
  const n = answers.length;
  const hasBlank = blank === true;
  const counts = Array.from({ length: max - min + 1 }, (_, i) => subsets(n, min + i));
  const drawn = weightedIndex(hasBlank ? [1n, ...counts] : counts, random);
  const isBlank = hasBlank && drawn === 0;
  const size = isBlank ? 0 : min + drawn - (hasBlank ? 1 : 0);
  const chosen = new Set(uniformPermutation(n, random).slice(0, size));
  const choices = answers.map((_, i) => (chosen.has(i) ? 1 : 0));
  return hasBlank ? [isBlank ? 1 : 0, ...choices] : choices;
}

function packedChoices(layout: PackedLayout, random: Randomness): PlainChoices {
  const { options } = layout;
  switch (layout.kind) {
    case 'approvals':
      return Array.from({ length: options }, (_, i) => i).filter(() => uniformBelow(2n, random) === 1n);
    case 'ranking': {
      const counts = Array.from({ length: layout.ranks + 1 }, (_, ranks) => arrangements(options, ranks));
      return uniformPermutation(options, random).slice(0, weightedIndex(counts, random));
    }
    case 'points':
      return Array.from({ length: options }, () => Number(uniformBelow(BigInt(layout.most + 1), random)));
  }
}

/** Ordered choices of k among n: n·(n - 1)·…·(n - k + 1). */
const arrangements = (n: number, k: number): bigint =>
  Array.from({ length: k }, (_, i) => BigInt(n - i)).reduce((product, factor) => product * factor, 1n);

/** Unordered choices of k among n. */
const subsets = (n: number, k: number): bigint => arrangements(n, k) / arrangements(k, k);

/** An index, each as likely as its weight. */
function weightedIndex(weights: readonly bigint[], random: Randomness): number {
  let drawn = uniformBelow(
    weights.reduce((sum, weight) => sum + weight, 0n),
    random,
  );
  return weights.findIndex((weight) => {
    if (drawn < weight) return true;
    drawn -= weight;
    return false;
  });
}
