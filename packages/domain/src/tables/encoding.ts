/** The encodings in which tables come. Latin-1 is read as Windows-1252, which has the same letters and more signs. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** An encoding, and the bytes at the start that only name it. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  readonly markBytes: 0 | 2 | 3;
}

/**
 * Finds the encoding of a table by its mark, or by the zeros that UTF-16 has between Latin letters.
 *
 * @param start the first bytes, a few hundred at best.
 * @returns undefined when it may be UTF-8 or a Latin encoding: whether all of it is UTF-8 decides.
 */
export function encodingByStart(start: Uint8Array): FoundEncoding | undefined {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const looked = Math.min(start.length, 400);
  const zeros = { even: 0, odd: 0 };
  for (let i = 0; i < looked; i++) if (start[i] === 0) zeros[i % 2 === 0 ? 'even' : 'odd']++;
  // Half of all bytes, or nearly: a table has separators, digits and line ends in any script.
  if (zeros.odd * 5 > looked && zeros.even * 20 < looked) return { encoding: 'utf-16le', markBytes: 0 };
  if (zeros.even * 5 > looked && zeros.odd * 20 < looked) return { encoding: 'utf-16be', markBytes: 0 };
  return undefined;
}

/** What may stand between the cells of a line. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** The separator that the line of headings has most of, outside quotes; of equals the first. */
export function separatorOf(heading: string): Separator {
  const unquoted = heading.replaceAll(/"[^"]*"/gu, '');
  const count = (sign: string): number => unquoted.split(sign).length;
  return separators.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
