/**
 * Total order of strings by Unicode code point, the order that every rule means by "ascending".
 *
 * JavaScript's `<` compares UTF-16 units and puts U+1F600 before U+FFFD; this does not.
 * No locale, no normalisation: two strings are equal only if they are the same code points.
 * Cost: O(length of the common prefix).
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xIsSurrogate = x >= 0xd800 && x <= 0xdfff;
    const yIsSurrogate = y >= 0xd800 && y <= 0xdfff;
    return xIsSurrogate === yIsSurrogate ? x - y : xIsSurrogate ? 1 : -1;
  }
  return a.length - b.length;
}
