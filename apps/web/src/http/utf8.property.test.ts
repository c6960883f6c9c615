import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './utf8.ts';

const encoder = new TextEncoder();

describe('the bytes of a text', () => {
  it('are those of the standard encoder, for every text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(texts, (text) => {
        expect(utf8(text)).toEqual(encoder.encode(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('have U+FFFD for half of a pair of surrogates', () => {
    for (const half of ['\ud83c', '\udf89']) {
      expect(utf8(`a${half}b`)).toEqual(encoder.encode('a\ufffdb'));
    }
  });

  it('are kept apart from those of the next text', () => {
    const first = utf8('plaza');
    utf8('tarima');
    expect(first).toEqual(encoder.encode('plaza'));
  });

  it('are the same for a text that is longer than the room', () => {
    const text = 'ñ'.repeat(3_000_000);
    expect(Buffer.compare(utf8(text), encoder.encode(text))).toBe(0);
  });
});
