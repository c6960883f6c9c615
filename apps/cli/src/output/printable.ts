/**
 * A text from a file as it may go to a terminal: one line, without the characters that move the cursor, change
 * colours or turn the direction of what follows, so that no project can write over the result.
 */
export const printable = (text: string): string =>
  text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu, '\ufffd')
    .trim();
