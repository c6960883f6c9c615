import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compareRationals,
  divide,
  gcd,
  multiply,
  rational,
  type Rational,
  reduced,
  subtract,
  writeRational,
} from './rational.ts';

const whole = fc.oneof(fc.bigInt({ min: -12n, max: 12n }), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }));
const fractions = fc.tuple(
  whole,
  whole.filter((den) => den !== 0n),
);
const fraction = fractions.map(([num, den]) => rational(num, den));
const same = (a: Rational, b: Rational): boolean => a.num * b.den === b.num * a.den;

describe('fractions', () => {
  it('add, subtract, multiply and divide as fractions do', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(same(add(a, b), add(b, a))).toBe(true);
        expect(same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(same(add(subtract(a, b), b), a)).toBe(true);
        if (b.num !== 0n) expect(same(multiply(divide(a, b), b), a)).toBe(true);
      }),
    );
  });

  it('keep a denominator above zero through every operation', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const made = [
          a,
          reduced(a),
          add(a, b),
          subtract(a, b),
          multiply(a, b),
          ...(b.num === 0n ? [] : [divide(a, b)]),
        ];
        expect(made.every(({ den }) => den > 0n)).toBe(true);
      }),
    );
  });

  it('are compared by value, whatever form they stand in', () => {
    fc.assert(
      fc.property(
        fraction,
        fraction,
        whole.filter((factor) => factor !== 0n),
        (a, b, factor) => {
          expect(compareRationals(a, rational(a.num * factor, a.den * factor))).toBe(0);
          expect(Math.sign(compareRationals(a, b))).toBe(-Math.sign(compareRationals(b, a)) + 0);
          const { num } = subtract(a, b);
          expect(compareRationals(a, b)).toBe(num < 0n ? -1 : num > 0n ? 1 : 0);
        },
      ),
    );
  });

  it('are told apart where doubles are not', () => {
    const third = rational(1n, 3n);
    const near = rational(10n ** 40n + 1n, 3n * 10n ** 40n);
    expect(compareRationals(third, near)).toBeLessThan(0);
    expect(Number(third.num) / Number(third.den)).toBe(Number(near.num) / Number(near.den));
  });

  it('have one form in lowest terms, and are written in it', () => {
    fc.assert(
      fc.property(
        fraction,
        whole.filter((factor) => factor !== 0n),
        (a, factor) => {
          const lowest = reduced(a);
          expect(same(lowest, a)).toBe(true);
          expect(gcd(lowest.num, lowest.den)).toBe(1n);
          expect(reduced(rational(a.num * factor, a.den * factor))).toEqual(lowest);
          expect(writeRational(rational(a.num * factor, a.den * factor))).toBe(writeRational(a));
        },
      ),
    );
  });

  it('are written as whole numbers where they are whole', () => {
    expect([rational(24n, 2n), rational(6n, -8n), rational(0n, -7n)].map(writeRational)).toEqual(['12', '-3/4', '0']);
  });

  it('have no denominator of zero, and are not divided by zero', () => {
    expect(() => rational(1n, 0n)).toThrow('denominator');
    expect(() => divide(rational(1n), rational(0n, 5n))).toThrow('denominator');
  });
});

describe('the greatest common divisor', () => {
  it('divides both, is divided by every common divisor, and is never negative', () => {
    fc.assert(
      fc.property(whole, whole, whole, (a, b, common) => {
        const divisor = gcd(a * common, b * common);
        if (divisor === 0n) {
          expect([a * common, b * common]).toEqual([0n, 0n]);
          return;
        }
        expect(divisor > 0n).toBe(true);
        expect([(a * common) % divisor, (b * common) % divisor]).toEqual([0n, 0n]);
        expect(divisor % common).toBe(0n);
      }),
    );
    expect(gcd(0n, 0n)).toBe(0n);
  });
});
