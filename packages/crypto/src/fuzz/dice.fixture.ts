import { entryOf } from '../primitives/entry-of.ts';

/** Draws that a seed decides. */
export interface Dice {
  /** A whole number of [0, bound). */
  readonly below: (bound: number) => number;
  readonly pick: <T>(entries: readonly T[]) => T;
}

/** Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014, with 32 bits; good for nothing secret. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return { below, pick: (entries) => entryOf(entries, below(entries.length)) };
}
