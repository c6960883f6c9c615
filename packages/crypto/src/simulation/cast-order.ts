import type { Randomness } from '../primitives/randomness.ts';
import { uniformPermutation } from '../v1/shuffle/uniform-permutation.ts';
import { uniformBelow } from './random-choices.ts';

/** That a voter, by number from 0, casts a ballot, and whether it is that voter's last. */
export interface Cast {
  readonly voter: number;
  readonly isLast: boolean;
}

/** Every voter casts once, and `revotes` times somebody casts again; all in random order. Requires: voters ≥ 1. */
export function* randomCasts(voters: number, revotes: number, random: Randomness): Generator<Cast, void> {
  const order = Uint32Array.from(uniformPermutation(voters + revotes, random), (i) =>
    i < voters ? i : Number(uniformBelow(BigInt(voters), random)),
  );
  const lastOf = new Uint32Array(voters);
  for (const [cast, voter] of order.entries()) lastOf[voter] = cast;
  for (const [cast, voter] of order.entries()) yield { voter, isLast: lastOf[voter] === cast };
}
