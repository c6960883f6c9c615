import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, shortfall } from './amounts.ts';

describe('differences of amounts', () => {
  it('are exact whatever the decimals of each', () => {
    expect(difference('10', '0.05')).toBe('9.95');
    expect(difference('0.10', '1')).toBe('-0.90');
    expect(shortfall('34000.50', '1/3')).toBe('10200050/300');
  });

  it('give back the cost when added to what was left', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e9), fc.integer({ min: 1, max: 1e6 }), (cost, num, den) => {
        const [short = '0', scale = '1'] = shortfall((cost / 100).toFixed(2), `${num}/${den}`).split('/');
        // cost = left + shortfall, both sides over the same denominator
        expect(BigInt(cost) * BigInt(den) * BigInt(scale)).toBe(
          100n * (BigInt(num) * BigInt(scale) + BigInt(short) * BigInt(den)),
        );
      }),
    );
  });
});
