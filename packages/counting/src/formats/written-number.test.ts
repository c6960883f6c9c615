import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMinorUnits, readWhole, readWrittenNumber } from './written-number.ts';

describe('a number as files write it', () => {
  test.each([
    ['5', 5n, 0, undefined],
    ['+5', 5n, 0, undefined],
    ['007', 7n, 0, undefined],
    ['1546168.66', 154_616_866n, 2, undefined],
    ['400000.0', 4_000_000n, 1, undefined],
    ['3.', 3n, 0, undefined],
    ['3,5', 35n, 1, 'decimal_comma'],
    ['1 234 567', 1_234_567n, 0, 'grouped_digits'],
    ['1\u202f234,50', 123_450n, 2, 'grouped_digits'],
  ])('%s', (text, digits, decimals, oddity) => {
    expect(readWrittenNumber(text)).toEqual({ digits, decimals, negative: false, oddity });
  });

  test.each([
    '',
    '-',
    '.5',
    '1e3',
    '0x10',
    '1,234,567',
    '1.234.567',
    '12 34',
    '1 2345',
    '٣',
    'NaN',
    '5 EUR',
    '9'.repeat(61),
  ])('“%s” is none', (text) => {
    expect(readWrittenNumber(text)).toBeUndefined();
  });

  test('less than nothing is told apart from nothing', () => {
    expect(readWrittenNumber('-1')?.negative).toBe(true);
    expect(readWrittenNumber('-0.00')?.negative).toBe(false);
  });

  test('keeps every digit of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.integer({ min: 1, max: 12 }), (digits, decimals) => {
        const text = String(digits).padStart(decimals + 1, '0');
        const number = readWrittenNumber(`${text.slice(0, -decimals)}.${text.slice(-decimals)}`);
        expect(number?.digits).toBe(digits);
        expect(number && inMinorUnits(number, decimals + 2)).toBe(digits * 100n);
      }),
    );
  });
});

test.each([
  ['0', 0],
  ['12', 12],
  ['3.0', 3],
  ['9007199254740991', 9_007_199_254_740_991],
  ['9007199254740992', undefined],
  ['2.5', undefined],
  ['-1', undefined],
  ['', undefined],
])('“%s” as a whole number', (text, whole) => {
  expect(readWhole(text)).toBe(whole);
});
