import { belenios2048, powerMod, rfc3526Group14 } from '@convite/crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { nativePower } from './native-power.ts';

describe.each([belenios2048, rfc3526Group14])('native powers modulo the prime of $name', ({ p, q, g }) => {
  const power = nativePower(p);
  const edges = [0n, 1n, 2n, 3n, q - 1n, q, q + 1n, p - 2n, p - 1n, p, p + 1n];

  it('agree with the portable ones at every edge of bases and exponents', () => {
    for (const base of [...edges, g]) {
      for (const exponent of edges) {
        const agree = power(base, exponent, p) === powerMod(base, exponent, p);
        expect({ base, exponent, agree }).toEqual({ base, exponent, agree: true });
      }
    }
  });

  it('agree for exponents longer than any key', () => {
    const long = (1n << 2048n) + 5n;
    expect(power(g, (1n << 2048n) - 1n, p)).toBe(powerMod(g, (1n << 2048n) - 1n, p));
    expect(power(g, long, p)).toBe(powerMod(g, long, p));
  });

  it('agree for any base and exponent', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, p - 1n), fc.bigInt(0n, p - 1n), (base, exponent) => {
        expect(power(base, exponent, p)).toBe(powerMod(base, exponent, p));
      }),
      { numRuns: 15 },
    );
  });

  it('give the 1 that a member to the order of the group is', () => {
    expect(power(g, q, p)).toBe(1n);
  });

  it('refuse another modulus than the one they are made for', () => {
    expect(() => power(3n, 5n, p - 2n)).toThrow('made for one prime');
  });
});
