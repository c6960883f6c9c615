import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { uniformPermutation } from './uniform-permutation.ts';

describe('a permutation', () => {
  it('holds every number once', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.string(), (count, seed) => {
        const drawn = uniformPermutation(count, seededRandomness(seed));
        expect(drawn.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });

  it('is any of the 24 orders of four about equally often', () => {
    const random = seededRandomness('orders of four');
    const seen = new Map<string, number>();
    for (let i = 0; i < 4800; i++) {
      const order = uniformPermutation(4, random).join();
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    // Chi-square with 23 degrees of freedom: 49.7 is passed by chance once in a thousand seeds, and the seed is fixed.
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(seen.size).toBe(24);
    expect(chiSquare).toBeLessThan(49.7);
  });

  it('draws again what falls into the incomplete last round of numbers', () => {
    // 2^32 mod 3 = 1, so of the four bytes only ffffffff must not count.
    const draws = [
      [255, 255, 255, 255],
      [255, 255, 255, 254],
      [0, 0, 0, 0],
    ];
    const random = (): Uint8Array => Uint8Array.from(draws.shift() ?? []);
    expect(uniformPermutation(3, random)).toEqual([1, 0, 2]);
    expect(draws).toEqual([]);
  });
});
