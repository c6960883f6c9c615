import { portableSha256 } from '@convite/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawLots, isSeed, type LotsBasis } from './draw-lots.ts';

const fingerprint = 'A'.repeat(43);
const order = (basis: Partial<LotsBasis>, options: readonly number[]): readonly number[] =>
  drawLots({ seed: 'dados 3 1 4', fingerprint, round: 1, ...basis }, options, portableSha256.sha256).map(
    ({ option }) => option,
  );

const seeds = fc.string({ minLength: 1, maxLength: 30 }).filter(isSeed);
const options = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 40 });

describe('a public lot', () => {
  it('has the order of the test vectors', () => {
    const drawn = drawLots(
      { seed: 'Lotería 2026-11-29: 04 17 23 31 40', fingerprint: 'q'.repeat(43), round: 1 },
      [1, 2, 3, 10],
      portableSha256.sha256,
    );
    expect(drawn.map(({ option, lot }) => `${option} ${lot}`)).toMatchInlineSnapshot(`
      [
        "1 10d2e6c2ac24306a9b26e387f832c8921a61d7f2176f760967ced742f26159b6",
        "10 10f0ba214518901b079b56fa92160befc0decdfb717e2687ea47c28b61829a38",
        "3 dabcfcaf8d55c6368aae955bfd2e3ae4a43901b6f501a24e2f8884ffefc769d0",
        "2 f8212e9a136d58c912d68ff06c189ab4572c5a516a0e3beec78dc53b1caddc5a",
      ]
    `);
  });

  it('gives each option once, whatever the order in which they are named', () => {
    fc.assert(
      fc.property(seeds, options, fc.infiniteStream(fc.nat()), (seed, given, keys) => {
        const drawn = order({ seed }, given);
        expect(drawn.toSorted((a, b) => a - b)).toEqual(given.toSorted((a, b) => a - b));
        const shuffled = given.map((option) => [keys.next().value ?? 0, option] as const).toSorted(([a], [b]) => a - b);
        expect(
          order(
            { seed },
            shuffled.map(([, option]) => option),
          ),
        ).toEqual(drawn);
      }),
    );
  });

  it('leaves the order of some as it is when others are not drawn', () => {
    fc.assert(
      fc.property(seeds, options, fc.integer({ min: 2, max: 9 }), (seed, given, step) => {
        const some = given.filter((_, i) => i % step !== 0);
        expect(order({ seed }, some)).toEqual(order({ seed }, given).filter((option) => some.includes(option)));
      }),
    );
  });

  it('can give every order of four, each about as often', () => {
    const counts = new Map<string, number>();
    const draws = 4800;
    for (let i = 0; i < draws; i += 1) {
      const drawn = order({ seed: `dado ${i}` }, [1, 2, 3, 4]).join(' ');
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    // The same seeds always: chi-squared with 23 degrees of freedom passes 49.7 once in a thousand times.
    const expected = draws / 24;
    const chiSquared = [...counts.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    expect(chiSquared).toBeLessThan(49.7);
  });

  it.each([
    ['seed', { seed: 'dados 3 1 5' }],
    ['election', { fingerprint: `${'A'.repeat(42)}B` }],
    ['round', { round: 2 }],
  ])('is another one for another %s', (_, change) => {
    const many = Array.from({ length: 30 }, (__, i) => i + 1);
    expect(order(change, many)).not.toEqual(order({}, many));
  });

  it.each([[''], [' dados'], ['dados '], ['dos\nlíneas'], ['e\u0301'], ['\ud800']])('takes no seed like %j', (seed) => {
    expect(isSeed(seed)).toBe(false);
  });
});
