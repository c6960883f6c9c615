import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints } from './code-points.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'B', '1', '\u00e9', 'e\u0301', '\ud7ff', '\ue000', '\ufffd', '\u{10000}', '\u{1f333}'),
});

/** The definition, read aloud: the first code point that differs decides, then the length. */
function byDefinition(a: string, b: string): number {
  const [x, y] = [a, b].map((word) => Array.from(word, (sign) => sign.codePointAt(0) ?? 0));
  for (const [i, point] of (x ?? []).entries()) {
    const other = y?.[i];
    if (other === undefined) return 1;
    if (point !== other) return point < other ? -1 : 1;
  }
  return (x?.length ?? 0) === (y?.length ?? 0) ? 0 : -1;
}

test('strings are ordered by their code points, those beyond U+FFFF included', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(byDefinition(a, b));
    }),
    { numRuns: 2000 },
  );
});

test('the order is not that of UTF-16 units, and no letters are folded together', () => {
  expect(compareCodePoints('\ufffd', '\u{1f600}')).toBeLessThan(0);
  expect(compareCodePoints('\u00e9', 'e\u0301')).toBeGreaterThan(0);
  expect(compareCodePoints('10', '2')).toBeLessThan(0);
});
