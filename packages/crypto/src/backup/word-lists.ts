import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';

/** The languages in which keys can be written as words. */
export const wordLanguages = ['es', 'en'] as const;
export type WordLanguage = (typeof wordLanguages)[number];

/**
 * The 2,048 words of a language.
 *
 * Source: BIP-39, "Wordlist". No two words of a list differ in their accents alone, nor share their first four letters.
 */
export const wordLists: Readonly<Record<WordLanguage, readonly string[]>> = { es: spanish, en: english };

/** A word without what people leave out when they write by hand: capitals, accents, tildes. */
export const plainWord = (word: string): string => word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The words of a list that a mistyped one was probably meant to be, the nearest first, three at most. */
export function nearWords(typed: string, language: WordLanguage): readonly string[] {
  const plain = plainWord(typed);
  return wordLists[language]
    .map((word) => ({ word, distance: distanceOf(plain, plainWord(word)) }))
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word.normalize('NFC'));
}

/** So many letters must be put in, left out or changed. Source: Levenshtein, 1966; the table of Wagner and Fischer, 1974. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let distance = b.length;
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const [left = 0, above = 0, diagonal = 0] = [next[j], row[j + 1], row[j]];
      distance = Math.min(left + 1, above + 1, diagonal + (letter === other ? 0 : 1));
      next.push(distance);
    }
    row = next;
  }
  return distance;
}
