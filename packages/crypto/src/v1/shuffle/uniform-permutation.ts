import type { Randomness } from '../../primitives/randomness.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/** A number in [0, bound), every one equally likely: what falls into the incomplete last round is drawn again. */
function uniformBelow(bound: number, random: Randomness): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const bytes = random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn < limit) return drawn % bound;
  }
}

/**
 * A permutation of 0 … count - 1, every one equally likely.
 *
 * Source: Durstenfeld, "Algorithm 235: Random permutation", CACM 1964, with numbers drawn by rejection.
 * Requires: count < 2^32.
 * Hazards: which places of memory are touched depends on the permutation, so whoever shares the machine's caches may
 *   learn of it.
 */
export function uniformPermutation(count: number, random: Randomness): readonly number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = uniformBelow(i + 1, random);
    [order[i], order[j]] = [entryOf(order, j), entryOf(order, i)];
  }
  return order;
}
