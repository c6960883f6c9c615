import type { LayoutMisfit } from './packed-layout.ts';

/** What keeps a list from being this many ints of a mixed question. */
export function bytesMisfit(ints: readonly number[], expected: number): LayoutMisfit | undefined {
  if (ints.length !== expected) return { type: 'wrong_length', expected, found: ints.length };
  const at = ints.findIndex((int) => !Number.isInteger(int) || int < 0 || int > 255);
  return at === -1 ? undefined : { type: 'not_a_byte', at };
}
