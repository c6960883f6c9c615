/** The bits below the ints of a mixed question that are free to make a number the encoding of a member. */
const ed25519Padding = 14n;

/** The most ints of a mixed question on the curve: rule D2 of docs/spec/ballot-protocol.md. */
export const ed25519MaxInts = 16;

/** Ints as a big-endian number of base 256, with room for the bits that make it a member. */
export const paddedInts = (ints: readonly number[]): bigint =>
  ints.reduce((value, int) => value * 256n + BigInt(int), 0n) << ed25519Padding;

/** The ints that a member's text holds, the last byte of them just above the padding. */
export function intsInText(text: string, count: number): readonly number[] {
  let rest = BigInt(`0x${text}`) >> ed25519Padding;
  return Array.from({ length: count }, () => {
    const int = Number(rest & 255n);
    rest >>= 8n;
    return int;
  }).toReversed();
}

/** A number below 2^256 as the format's text of an element. */
export const textOfNumber = (number: bigint): string => number.toString(16).padStart(64, '0');

/** Order of the little-endian bytes that the texts hold backwards: the last byte of a text decides first. */
export function compareBackwards(a: string, b: string): number {
  for (let at = 62; at >= 0; at -= 2) {
    const [x, y] = [a.slice(at, at + 2), b.slice(at, at + 2)];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
