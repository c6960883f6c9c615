import type { Element, Group } from '../../primitives/group.ts';

/** The exponents up to which totals are found: a table of 2^20 steps, which is 10^6 products to make. */
const largestTable = 2 ** 20;

/**
 * Finds the m in [0, bound] with g^m = the element, for many elements with one table.
 *
 * Source: Shanks, baby steps and giant steps.
 * Cost: about the square root of bound to prepare, and as much again for each element at most.
 *
 * @returns for an element, its exponent; undefined when there is none in the range.
 */
export function logarithms(group: Group, bound: bigint): (element: Element) => bigint | undefined {
  const steps = Math.min(Math.ceil(Math.sqrt(Number(bound))) + 1, largestTable);
  const babies = new Map<string, number>();
  let power = group.one;
  for (let i = 0; i < steps; i++) {
    babies.set(group.write(power), i);
    power = group.multiply(power, group.g);
  }
  // The last power is g^steps: one giant step back.
  const back = group.inverse(power);
  return (element) => {
    let rest = element;
    for (let giant = 0n; giant * BigInt(steps) <= bound; giant += 1n) {
      const baby = babies.get(group.write(rest));
      if (baby !== undefined) {
        const found = giant * BigInt(steps) + BigInt(baby);
        return found <= bound ? found : undefined;
      }
      rest = group.multiply(rest, back);
    }
    return undefined;
  };
}
