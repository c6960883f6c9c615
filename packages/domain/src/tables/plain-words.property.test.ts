import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords } from './plain-words.ts';

const text = fc.string({ unit: 'grapheme' });

describe('the plain form', () => {
  it('is the same by the short way, for simple texts, as by the long one', () => {
    const simple = fc.string({ unit: fc.constantFrom('a', 'b', 'z', 'A', 'B', 'Z', '0', '9', ' ') });
    fc.assert(
      fc.property(simple, (words) => {
        expect(plainWords(words)).toBe(plainWords(`${words}’`));
      }),
    );
  });

  it('of a plain form is itself', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(plainWords(plainWords(words))).toBe(plainWords(words));
      }),
    );
  });

  it('does not depend on how a text is composed, nor on spaces around it', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(plainWords(words.normalize('NFD'))).toBe(plainWords(words.normalize('NFC')));
        expect(plainWords(`  ${words}\u00a0`)).toBe(plainWords(words));
      }),
    );
  });
});
