const canonicalDecimal = /^(?:0|[1-9][0-9]*)$/u;

/** Reads a number in [0, bound) in its one canonical form: base 10, no sign, no leading zero. */
export function parseDecimal(text: string, bound: bigint): bigint | undefined {
  // Checked before converting, so that a text of a million digits costs nothing.
  if (text.length > 617 || !canonicalDecimal.test(text)) return undefined;
  const value = BigInt(text);
  return value < bound ? value : undefined;
}
