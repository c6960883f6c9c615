import { describe, expect, it } from 'vitest';
import type { Ciphertext, Group } from '../../primitives/group.ts';
import { curve, electionWith, field, tallyOf } from './shuffle.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { sortCiphertexts, sortedTally } from './sort-ciphertexts.ts';

const written = (group: Group, ciphertexts: readonly Ciphertext[]) =>
  ciphertexts.map(({ alpha, beta }) => [group.write(alpha), group.write(beta)]);

describe('the order of ciphertexts', () => {
  it('is by alpha, and by beta where the alphas are equal', () => {
    const [small, middle, large] = [2n, 3n, 4n].map((exponent) => field.power(field.g, exponent));
    if (small === undefined || middle === undefined || large === undefined) return;
    const sorted = [
      { alpha: small, beta: large },
      { alpha: middle, beta: small },
      { alpha: middle, beta: large },
      { alpha: large, beta: small },
    ];
    const mixed = [sorted[2], sorted[0], sorted[3], sorted[1]].flatMap((ciphertext) => ciphertext ?? []);
    expect(written(field, sortCiphertexts(field, mixed))).toEqual(written(field, sorted));
  });

  it('is on the curve that of the little-endian bytes', () => {
    const [, list = []] = tallyOf(electionWith(curve, 1), [12], seededRandomness('order'));
    const reversed = ([alpha = '']: readonly string[]) => (alpha.match(/../gu) ?? []).toReversed().join('');
    const keys = written(curve, sortCiphertexts(curve, list)).map(reversed);
    expect(keys).toEqual(keys.toSorted());
    expect(new Set(keys).size).toBe(12);
  });

  it('is given to mixed questions alone', () => {
    const election = electionWith(field, 1);
    const tally = tallyOf(election, [5], seededRandomness('tally'));
    const backwards = tally.map((list) => sortCiphertexts(field, list).toReversed());
    const sorted = sortedTally(election, backwards);
    expect(sorted[0]).toBe(backwards[0]);
    expect(written(field, sorted[1] ?? [])).toEqual(written(field, sortCiphertexts(field, tally[1] ?? [])));
  });
});
