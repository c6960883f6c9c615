import type { LetterWords } from './letter-words.ts';
import { arabicLetter } from './words/ar.ts';
import { catalanLetter } from './words/ca.ts';
import { englishLetter } from './words/en.ts';
import { portugueseLetter } from './words/pt.ts';
import { spanishLetter } from './words/es.ts';
import { ukrainianLetter } from './words/uk.ts';

/** The words of letters, in each language that they are printed in. */
export const letterWords = {
  es: spanishLetter,
  en: englishLetter,
  pt: portugueseLetter,
  ca: catalanLetter,
  uk: ukrainianLetter,
  ar: arabicLetter,
} as const satisfies Readonly<Record<string, LetterWords>>;

/** A language that letters are printed in. */
export type LetterLanguage = keyof typeof letterWords;

const languages = Object.keys(letterWords).filter((tag): tag is LetterLanguage => tag in letterWords);

/** Languages that are written from right to left. */
const fromTheRight: ReadonlySet<LetterLanguage> = new Set(['ar']);

export const directionOf = (language: LetterLanguage): 'rtl' | 'ltr' => (fromTheRight.has(language) ? 'rtl' : 'ltr');

/** The language of a person where letters have it, else the first of the consultation that they have. */
export function letterLanguage(asked: string | null, offered: readonly string[]): LetterLanguage {
  for (const tag of asked === null ? offered : [asked, ...offered]) {
    const found = languages.find((language) => language === tag.split('-', 1)[0]);
    if (found !== undefined) return found;
  }
  return 'es';
}
