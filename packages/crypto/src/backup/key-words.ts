import { sha256 } from '@noble/hashes/sha2.js';
import { entropyToMnemonic } from '@scure/bip39';
import { err, ok, type Result } from '@convite/kernel';
import { bytesOfBigInt } from '../primitives/bytes.ts';
import { nearWords, plainWord, plainWords, type WordLanguage, wordLists } from './word-lists.ts';

/** Words of a row: 256 bits and 8 of a checksum, 11 bits a word. */
export const wordsInRow = 24;
const bytesInRow = 32;

/** Rows that a secret below q takes: one in Ed25519 and BELENIOS-2048, eight in RFC-3526-2048. */
export const rowsOf = (q: bigint): number => Math.ceil(q.toString(2).length / (bytesInRow * 8));

/**
 * Writes a secret number as words that people can copy by hand: rows of 24, each with a checksum of its own.
 *
 * Source: BIP-39 for each row of 32 bytes; the number is cut from its most significant byte on.
 * Requires: 0 ≤ secret < q.
 * Hazards: whoever reads the words has the secret.
 */
export function keyWords(secret: bigint, q: bigint, language: WordLanguage): readonly (readonly string[])[] {
  const bytes = bytesOfBigInt(secret, rowsOf(q) * bytesInRow);
  return Array.from({ length: rowsOf(q) }, (_, row) => {
    const phrase = entropyToMnemonic(bytes.slice(row * bytesInRow, (row + 1) * bytesInRow), [...wordLists[language]]);
    return phrase.normalize('NFC').split(' ');
  });
}

/** Why typed words are no secret; rows and words count from 1, words within all. */
export type WordsRefusal =
  | { readonly type: 'wrong_number_of_words'; readonly expected: number; readonly found: number }
  /** A word that the list does not have, and those that were probably meant. */
  | { readonly type: 'unknown_word'; readonly word: number; readonly near: readonly string[] }
  /** The checksum of a row: a word is another of the list, or two changed places. */
  | { readonly type: 'wrong_row'; readonly row: number }
  /** Too large to be a secret of the group. */
  | { readonly type: 'out_of_range' };

/** Reads words as a person typed them: capitals, accents and what stands between them do not matter. */
export function readKeyWords(typed: string, q: bigint, language: WordLanguage): Result<bigint, WordsRefusal> {
  const words = wordsIn(typed);
  const indices: number[] = [];
  for (const [i, word] of words.entries()) {
    const index = indexOf(word, language);
    if (index === undefined) return err({ type: 'unknown_word', word: i + 1, near: nearWords(word, language) });
    indices.push(index);
  }
  const expected = rowsOf(q) * wordsInRow;
  if (words.length !== expected) return err({ type: 'wrong_number_of_words', expected, found: words.length });
  let secret = 0n;
  for (let row = 0; row < rowsOf(q); row++) {
    const part = rowNumber(indices.slice(row * wordsInRow, (row + 1) * wordsInRow));
    if (part === undefined) return err({ type: 'wrong_row', row: row + 1 });
    secret = (secret << BigInt(bytesInRow * 8)) | part;
  }
  return secret < q ? ok(secret) : err({ type: 'out_of_range' });
}

/**
 * Which word of a row is probably the wrong one: the only one that can be exchanged so that the row becomes the secret
 * that `isRight` knows, by its public key for instance.
 *
 * Cost: 49,128 checksums and about 192 calls of `isRight`. For secrets of one row alone.
 *
 * @returns the position, from 1; undefined where no exchange of one word helps.
 */
export function wrongWord(
  typed: string,
  language: WordLanguage,
  isRight: (secret: bigint) => boolean,
): number | undefined {
  const indices = wordsIn(typed).flatMap((word) => indexOf(word, language) ?? []);
  if (indices.length !== wordsInRow) return undefined;
  for (const place of indices.keys()) {
    for (let other = 0; other < wordLists[language].length; other++) {
      const secret = rowNumber(indices.with(place, other));
      if (secret !== undefined && isRight(secret)) return place + 1;
    }
  }
  return undefined;
}

const wordsIn = (typed: string): readonly string[] => typed.match(/[\p{L}\p{M}]+/gu) ?? [];

const places = new Map<WordLanguage, ReadonlyMap<string, number>>();

function indexOf(word: string, language: WordLanguage): number | undefined {
  const known = places.get(language) ?? new Map(plainWords(language).map((each, i) => [each, i]));
  places.set(language, known);
  return known.get(plainWord(word));
}

/** The number that a row of words stands for; undefined where its checksum, the first byte of a SHA-256, is wrong. */
function rowNumber(indices: readonly number[]): bigint | undefined {
  const bits = indices.reduce((number, index) => (number << 11n) | BigInt(index), 0n);
  const number = bits >> 8n;
  const [checksum] = sha256(bytesOfBigInt(number, bytesInRow));
  return checksum === Number(bits & 0xffn) ? number : undefined;
}
