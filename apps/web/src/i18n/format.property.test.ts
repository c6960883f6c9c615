import fc from 'fast-check';
import { rational } from '@convite/kernel';
import { expect, test } from 'vitest';
import { isDecimalText, readExact, roundedText } from './exact.ts';
import { formatOf } from './format.ts';
import { languages, locales } from './locale.ts';

test('numbers are written as the language writes them, digit by digit', () => {
  const decimalText = fc
    .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 0n, max: 10n ** 21n }), fc.stringMatching(/^(\.\d{1,5})?$/u))
    .map((parts) => parts.join(''));
  const fraction = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 99n }))
    .map(([num, den]) => `${num}/${den}`);
  for (const locale of locales) {
    const byDecimals = [0, 1, 2, 3, 4].map(
      (decimals) =>
        new Intl.NumberFormat(languages[locale].numbers, {
          useGrouping: 'always',
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }),
    );
    const { number, count } = formatOf(locale);
    fc.assert(
      fc.property(fc.oneof(decimalText, fraction), fc.nat({ max: 4 }), (exact, decimals) => {
        const value = readExact(exact);
        const shown = value.num % value.den === 0n ? 0 : decimals;
        const text = roundedText(rational(value.num, value.den), shown);
        expect(number(exact, decimals)).toBe(isDecimalText(text) ? byDecimals[shown]?.format(text) : text);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.maxSafeInteger(), (n) => {
        expect(count(n)).toBe(byDecimals[0]?.format(n));
      }),
    );
    expect(count(-0)).toBe('0');
  }
});
