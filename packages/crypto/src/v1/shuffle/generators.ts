import type { Element, Group } from '../../primitives/group.ts';

/** The bases of the commitments: h for the chain, h_1 … h_N for the permutation. */
export interface ShuffleGenerators {
  readonly h: Element;
  readonly hs: readonly Element[];
}

/** Deriving one costs up to a square root or a power, and every shuffle of every question asks for the same. */
const derived = new WeakMap<Group, { readonly h: Element; readonly hs: Element[] }>();

/**
 * The first generators of a group whose discrete logarithms nobody knows, since a hash chose them.
 *
 * Source: Belenios specification 2.0, "Shuffle algorithms", GetGenerators: h is the one of index -1, h_i of i - 1.
 * Cost: each is derived once for a group and then kept.
 */
export function shuffleGenerators(group: Group, count: number): ShuffleGenerators {
  const kept = derived.get(group) ?? { h: group.generator(-1), hs: [] };
  derived.set(group, kept);
  while (kept.hs.length < count) kept.hs.push(group.generator(kept.hs.length));
  return { h: kept.h, hs: kept.hs.slice(0, count) };
}
