/** What a person typed as the numbers of options. */
export interface TypedNumbers {
  /** Those that are on the paper, each once, in the order typed. */
  readonly known: readonly number[];
  /** Those that are not, as typed. */
  readonly unknown: readonly string[];
}

/**
 * Reads numbers as people type them: `7, 12`, `7 y 12`, `07-12`, with digits of any script.
 *
 * Ranges are not guessed at: `7-9` means 7 and 9.
 */
export function readNumbers(typed: string, onPaper: ReadonlySet<number>): TypedNumbers {
  const known = new Set<number>();
  const unknown = new Set<string>();
  for (const [digits] of typed.matchAll(/\p{Nd}+/gu)) {
    const number = Number(latinDigits(digits));
    if (onPaper.has(number)) known.add(number);
    else unknown.add(latinDigits(digits));
  }
  return { known: [...known], unknown: [...unknown] };
}

/** Digits of any script as those of ASCII: in each script ten follow one another, and the first is a digit's zero. */
const latinDigits = (digits: string): string =>
  Array.from(digits, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  }).join('');
