import type { Randomness } from '../primitives/randomness.ts';
import { uniformPermutation } from '../v1/shuffle/uniform-permutation.ts';
import { uniformBelow } from './random-choices.ts';

/** Who casts a ballot when, by voters' numbers from 0, and whether it is that voter's last. */
export interface CastOrder {
  readonly length: number;
  readonly voterAt: (cast: number) => number;
  readonly isLastAt: (cast: number) => boolean;
}

/** Every voter casts once, and `revotes` times somebody casts again; all in random order. Requires: voters ≥ 1. */
export function randomCastOrder(voters: number, revotes: number, random: Randomness): CastOrder {
  const length = voters + revotes;
  const again = Array.from({ length: revotes }, () => Number(uniformBelow(BigInt(voters), random)));
  const order = Uint32Array.from(uniformPermutation(length, random), (i) =>
    i < voters ? i : (again[i - voters] ?? 0),
  );
  const lastOf = new Uint32Array(voters);
  for (const [cast, voter] of order.entries()) lastOf[voter] = cast;
  const voterAt = (cast: number): number => order[cast] ?? 0;
  return { length, voterAt, isLastAt: (cast) => lastOf[voterAt(cast)] === cast };
}
