import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, isDecimalText, nearly, readExact, roundedText } from './exact.ts';

test('a fraction is rounded half away from zero, never through a double', () => {
  expect(roundedText(readExact('38000/183'), 2)).toBe('207.65');
  expect(roundedText(readExact('1/2'), 0)).toBe('1');
  expect(roundedText(readExact('-1/2'), 0)).toBe('-1');
  expect(roundedText(readExact('-1/3'), 0)).toBe('0');
  expect(roundedText(readExact('9007199254740993'), 0)).toBe('9007199254740993');
  expect(roundedText(readExact('1005/1000'), 2)).toBe('1.01');
});

test('anything that is neither a decimal text nor a fraction is a bug', () => {
  for (const text of ['', '1e3', '1/0', '.5', '1,5', 'NaN']) expect(() => readExact(text)).toThrow();
});

test('rounding a decimal text to its own decimals gives it back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
      const text = roundedText({ num: units, den: 10n ** BigInt(decimals) }, decimals);
      expect(isDecimalText(text)).toBe(true);
      const { num, den } = readExact(text);
      expect(num * 10n ** BigInt(decimals)).toBe(units * den);
    }),
  );
});

test('an amount that is not quite enough never reads as if it were', () => {
  expect(cutText(readExact('33999999/1000'), 2)).toBe('33999.99');
  expect(cutText(readExact('-5/2'), 0)).toBe('-2');
});

test('a drawing gets a double near the number', () => {
  expect(nearly(readExact('1/3'))).toBeCloseTo(1 / 3, 5);
});
