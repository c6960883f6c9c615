import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { entryOf } from '../primitives/entry-of.ts';

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

/** The words of each list, plain, made when they are first asked for. */
const plainLists = new Map<WordLanguage, readonly string[]>();

/** The words of a list without capitals and accents, in its order. */
export function plainWords(language: WordLanguage): readonly string[] {
  const words = plainLists.get(language) ?? wordLists[language].map(plainWord);
  plainLists.set(language, words);
  return words;
}

/** So many letters, at most, are wrong in a word that was meant. */
const nearness = 2;

/** The words of a list that a mistyped one was probably meant to be, the nearest first, three at most. */
export function nearWords(typed: string, language: WordLanguage): readonly string[] {
  const letters = Array.from(plainWord(typed));
  return plainWords(language)
    .flatMap((word, place) => {
      // Letters that one has and the other lacks are wrong, whatever the others are.
      if (Math.abs(word.length - letters.length) > nearness) return [];
      const distance = distanceOf(letters, word);
      return distance <= nearness ? [{ place, distance }] : [];
    })
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ place }) => entryOf(wordLists[language], place).normalize('NFC'));
}

/** So many letters must be put in, left out or changed. Source: Levenshtein, 1966; the table of Wagner and Fischer, 1974. */
function distanceOf(a: readonly string[], b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  let distance = b.length;
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const [left = 0, above = 0, diagonal = 0] = [next[j], row[j + 1], row[j]];
      distance = Math.min(left + 1, above + 1, diagonal + (letter === b[j] ? 0 : 1));
      next.push(distance);
    }
    row = next;
  }
  return distance;
}
