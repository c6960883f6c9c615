import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened } from './scale.ts';

const signs = fc.oneof(
  fc.constantFrom(' ', 'a', 'Ż', 'ó', '…', '\u00ad', '\u0301', '\u200d', '©', '👨‍👩‍👧', '한', '\r\n', '\u0600'),
  fc.integer({ min: 0x20, max: 0x2030 }).map((code) => String.fromCodePoint(code)),
);

test('a shortened name begins with whole letters of the name, as many as the segments say', () => {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), fc.integer({ min: 1, max: 24 }), (parts, room) => {
      const name = parts.join('');
      const short = shortened(name, room);
      if (short === name) return;
      const kept = short.slice(0, -1);
      const letters = [...segmenter.segment(name)].map(({ segment }) => segment);
      const starts = letters.map((_, i) => letters.slice(0, i + 1).join(''));
      // Punctuation and spaces are taken off the end, so what is kept may end before them.
      const trimmed = starts.map((start) => start.replace(/[\s,;:.()"-]+$/u, ''));
      expect(trimmed).toContain(kept);
      expect([...segmenter.segment(kept)].length).toBeLessThanOrEqual(room);
    }),
    { numRuns: 2000 },
  );
});
