import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { err, ok, type Result } from '@convite/kernel';
import { bigIntOfBytes, bytesOfBigInt } from '../primitives/bytes.ts';
import { nearWords, plainWord, type WordLanguage, wordLists } from './word-lists.ts';

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

/** Reads words as a person typed them: capitals, accents and the space between them do not matter. */
export function readKeyWords(typed: string, q: bigint, language: WordLanguage): Result<bigint, WordsRefusal> {
  const words = typed.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const expected = rowsOf(q) * wordsInRow;
  const indices = words.map((word) => indexOf(word, language));
  const unknown = indices.indexOf(-1);
  if (unknown !== -1) {
    return err({ type: 'unknown_word', word: unknown + 1, near: nearWords(words[unknown] ?? '', language) });
  }
  if (words.length !== expected) return err({ type: 'wrong_number_of_words', expected, found: words.length });
  let secret = 0n;
  for (let row = 0; row < rowsOf(q); row++) {
    const bytes = rowBytes(indices.slice(row * wordsInRow, (row + 1) * wordsInRow), language);
    if (bytes === undefined) return err({ type: 'wrong_row', row: row + 1 });
    secret = (secret << BigInt(bytesInRow * 8)) | bigIntOfBytes(bytes);
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
  const words = typed.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
  const indices = words.map((word) => indexOf(word, language));
  if (indices.length !== wordsInRow || indices.includes(-1)) return undefined;
  for (const place of indices.keys()) {
    for (let other = 0; other < wordLists[language].length; other++) {
      const bytes = rowBytes(indices.with(place, other), language);
      if (bytes !== undefined && isRight(bigIntOfBytes(bytes))) return place + 1;
    }
  }
  return undefined;
}

const places = new Map<WordLanguage, ReadonlyMap<string, number>>();

function indexOf(word: string, language: WordLanguage): number {
  const known = places.get(language) ?? new Map(wordLists[language].map((each, i) => [plainWord(each), i]));
  places.set(language, known);
  return known.get(plainWord(word)) ?? -1;
}

/** The bytes of a row; undefined where its checksum is wrong. */
function rowBytes(indices: readonly number[], language: WordLanguage): Uint8Array | undefined {
  const list = [...wordLists[language]];
  try {
    return mnemonicToEntropy(indices.map((index) => list[index]).join(' '), list);
  } catch {
    // The words are of the list and of the right number: the library throws for the checksum alone.
    return undefined;
  }
}
