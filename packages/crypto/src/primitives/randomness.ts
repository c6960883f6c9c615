import { bigIntOfBytes } from './bytes.ts';
import type { Group } from './group.ts';

/** Gives unpredictable bytes: `crypto.getRandomValues` everywhere but in tests and marked simulations. */
export type Randomness = (length: number) => Uint8Array;

/**
 * A number of [0, q), uniform up to a bias below 2^-128: 16 bytes more than q has, reduced.
 *
 * Hazards: the number is as secret as what it hides; `bigint` cannot be wiped, so let it go out of scope soon.
 */
export function randomScalar(group: Group, random: Randomness): bigint {
  return bigIntOfBytes(random(Math.ceil(group.q.toString(16).length / 2) + 16)) % group.q;
}
