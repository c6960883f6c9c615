import { describe, expect, it } from 'vitest';
import { testSuite } from '../verify/machine.fixture.ts';
import { keyWords, readKeyWords, wrongWord } from './key-words.ts';

const { q } = testSuite.group('Ed25519');
const secret = q - 12_345_678_901_234_567_890n;
const words = (language: 'es' | 'en'): readonly string[] => keyWords(secret, q, language).flat();
const phrase = (language: 'es' | 'en'): string => words(language).join(' ');

describe('the words of a key', () => {
  it('are those of BIP-39 for its 32 bytes', () => {
    // The vector of BIP-39 for 32 bytes of 0x00; this number is the secret 0.
    expect(keyWords(0n, q, 'en')).toEqual([[...Array.from({ length: 23 }, () => 'abandon'), 'art']]);
  });

  it('are 24 in groups whose order has 256 bits, and eight rows of 24 in the larger one', () => {
    expect(keyWords(1n, testSuite.group('BELENIOS-2048').q, 'es').map((row) => row.length)).toEqual([24]);
    expect(keyWords(1n, testSuite.group('RFC-3526-2048').q, 'es')).toHaveLength(8);
  });

  it('are read with capitals, without accents, with numbers and line breaks between them', () => {
    const sloppy = words('es').map(
      (word, i) => `${i + 1}. ${word.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()}\r\n`,
    );
    expect(readKeyWords(sloppy.join(''), q, 'es')).toEqual({ ok: true, value: secret });
  });

  it('are refused with the place of a word that is none, and with words that are near', () => {
    const typed = words('en').with(6, 'abandn').join(' ');
    expect(readKeyWords(typed, q, 'en')).toEqual({
      ok: false,
      error: { type: 'unknown_word', word: 7, near: ['abandon'] },
    });
    expect(readKeyWords(words('es').with(0, 'xxxxxxxx').join(' '), q, 'es')).toMatchObject({
      error: { type: 'unknown_word', word: 1, near: [] },
    });
  });

  it('suggest the nearest first, three at most', () => {
    expect(readKeyWords('cate', q, 'en')).toMatchObject({
      error: { type: 'unknown_word', word: 1, near: ['cage', 'cake', 'case'] },
    });
    expect(readKeyWords('arbo', q, 'es')).toMatchObject({ error: { near: ['árbol', 'arco', 'acto'] } });
  });

  it('are refused when one is missing or too many', () => {
    const [, ...fewer] = words('en');
    expect(readKeyWords(fewer.join(' '), q, 'en')).toMatchObject({
      error: { type: 'wrong_number_of_words', expected: 24, found: 23 },
    });
    expect(readKeyWords(`${phrase('en')} abandon`, q, 'en')).toMatchObject({ error: { found: 25 } });
    expect(readKeyWords('', q, 'en')).toMatchObject({ error: { found: 0 } });
  });

  it('are refused when two changed places, which the checksum of the row shows', () => {
    const [first = '', second = ''] = words('es');
    const swapped = words('es').with(0, second).with(1, first).join(' ');
    expect(readKeyWords(swapped, q, 'es')).toEqual({ ok: false, error: { type: 'wrong_row', row: 1 } });
  });

  it('are refused when they say a number that the group does not have', () => {
    expect(readKeyWords(keyWords(q, q, 'en').flat().join(' '), q, 'en')).toMatchObject({
      error: { type: 'out_of_range' },
    });
  });
});

describe('the search for a wrong word', () => {
  const isRight = (found: bigint): boolean => found === secret;

  it('finds the one that was exchanged for another of the list', () => {
    const [ninth = ''] = words('en').slice(8, 9);
    const typed = words('en')
      .with(8, ninth === 'zoo' ? 'abandon' : 'zoo')
      .join(' ');
    expect(wrongWord(typed, 'en', isRight)).toBe(9);
  });

  it('finds none where two are wrong, one is no word, or one is missing', () => {
    const [a, b] = words('en').slice(0, 2);
    const other = (word: string | undefined): string => (word === 'zoo' ? 'abandon' : 'zoo');
    expect(wrongWord(words('en').with(0, other(a)).with(1, other(b)).join(' '), 'en', isRight)).toBeUndefined();
    expect(wrongWord(words('en').with(0, 'qqqq').join(' '), 'en', isRight)).toBeUndefined();
    expect(wrongWord('zoo', 'en', isRight)).toBeUndefined();
  });
});
