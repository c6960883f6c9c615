/** The signs that codes are made of (base64), in the order in which they are offered. */
const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('');

/** So many ballots stand together at least on average, so that asking for a group tells next to nothing. */
const leastTogether = 32;
/** Codes are not split further. */
const longestPrefix = 2;

/** How many first signs of its code a ballot is looked for by, where so many stand on the board. */
export function prefixLength(ballots: number): number {
  let length = 0;
  while (length < longestPrefix && ballots / 64 ** (length + 1) >= leastTogether) length += 1;
  return length;
}

/** The groups that codes fall into by their first signs: none where all stand on one page. */
export function codeGroups(length: number): readonly string[] {
  let groups = [''];
  for (let i = 0; i < length; i++) groups = groups.flatMap((group) => signs.map((sign) => group + sign));
  return length === 0 ? [] : groups;
}

/** First signs as they stand in an address, where `+` and `/` mean something else. */
export const inAddress = (prefix: string): string => prefix.replaceAll('+', '-').replaceAll('/', '_');

/** Reads them; undefined for what is none of so many signs. */
export function fromAddress(text: string, length: number): string | undefined {
  const prefix = text.replaceAll('-', '+').replaceAll('_', '/');
  return prefix.length === length && /^[A-Za-z0-9+/]*$/u.test(prefix) ? prefix : undefined;
}

/** Twelve signs of a code in three groups, as receipts show them. */
export const shownCode = (tracker: string): string => [0, 4, 8].map((at) => tracker.slice(at, at + 4)).join(' ');
