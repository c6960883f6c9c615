import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeMoney } from './money.ts';

test('money is written with all its decimals, zeros included', () => {
  const written = [123450n, 5n, 0n, -5n, -123450n].map((units) => writeMoney(units, 2));
  expect(written).toEqual(['1234.50', '0.05', '0.00', '-0.05', '-1234.50']);
  expect([12n, 0n, -12n].map((units) => writeMoney(units, 0))).toEqual(['12', '0', '-12']);
});

test('the digits without the point are the minor units, and as many stand behind it as there are decimals', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 1, max: 6 }),
      (units, decimals) => {
        const text = writeMoney(units, decimals);
        expect(BigInt(text.replace('.', ''))).toBe(units);
        expect(text).toMatch(new RegExp(`^-?(0|[1-9]\\d*)\\.\\d{${decimals}}$`, 'u'));
      },
    ),
  );
});
