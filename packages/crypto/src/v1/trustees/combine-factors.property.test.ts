import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trusteesWire } from '../wire/trustees-wire.ts';
import { holdCeremony } from './ceremony.fixture.ts';
import { combinationOf, combineFactors, lagrangeAtZero } from './combine-factors.ts';
import { groupOf } from './reference-elections.fixture.ts';
import { newPolynomial, valueAt } from './secret-polynomial.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { anyThresholdDecrypts, decrypted, election, verified } from './shared-secret.fixture.ts';

describe('any threshold of the members, and no fewer, decrypt', () => {
  it('in random ceremonies on the curve, whoever takes part', () => {
    anyThresholdDecrypts(groupOf('Ed25519'), 4, 4);
  });

  it.each(['BELENIOS-2048', 'RFC-3526-2048'] as const)('in a ceremony of 2 of 3 in %s', (name) => {
    const group = groupOf(name);
    const made = election(group, 3, 2, name);
    expect(decrypted(group, made, [1, 2, 4], 'vote')).toBe('the vote');
    expect(decrypted(group, made, [1, 3, 4], 'vote')).toBe('the vote');
    expect(decrypted(group, made, [1, 3], 'vote')).toEqual([{ needed: 1, owners: [2, 4] }]);
    expect(decrypted(group, made, [2, 3, 4], 'vote')).toEqual([{ needed: 1, owners: [1] }]);
  });
});

describe('the combination of factors', () => {
  const group = groupOf('Ed25519');
  const made = election(group, 3, 2, 'combination');

  it('takes of more members than are needed the first, in the order of their numbers', () => {
    const shares = combinationOf(made.trustees, new Set([4, 3, 2, 1]));
    expect(shares.ok && shares.value.map(({ owner }) => owner)).toEqual([1, 2, 3]);
    expect(decrypted(group, made, [4, 3, 2, 1], 'vote')).toBe('the vote');
  });

  it('says of every entry whom it lacks, and never counts an owner whom nobody knows', () => {
    const shares = combinationOf(made.trustees, new Set([3, 5, 99]));
    expect(shares).toEqual({
      ok: false,
      error: [
        { needed: 1, owners: [1] },
        { needed: 1, owners: [2, 4] },
      ],
    });
  });

  it('numbers the members of two ceremonies through, each with its own coefficients', () => {
    const [one, two] = [holdCeremony(group, 2, 2, 'first'), holdCeremony(group, 3, 2, 'second')];
    const trustees = verified(
      group,
      trusteesWire.write([
        ['Pedersen', one.wire],
        ['Pedersen', two.wire],
      ]),
    );
    const secrets = [...one.members, ...two.members].map(({ share }) => share);
    expect(decrypted(group, { trustees, secrets }, [1, 2, 4, 5], 'vote')).toBe('the vote');
    expect(decrypted(group, { trustees, secrets }, [1, 2, 3, 5], 'vote')).toBe('the vote');
    expect(decrypted(group, { trustees, secrets }, [1, 3, 4, 5], 'vote')).toEqual([{ needed: 1, owners: [2] }]);
  });

  it('gives nonsense with a factor of another, and stops where one is not there', () => {
    expect(decrypted(group, { ...made, secrets: made.secrets.toReversed() }, [1, 2, 3], 'vote')).toBe('nonsense');
    const shares = combinationOf(made.trustees, new Set([1, 2, 3]));
    expect(() => combineFactors(group, shares.ok ? shares.value : [], () => undefined)).toThrow('factor');
  });
});

describe('Lagrange coefficients', () => {
  it('give the value at 0 of any polynomial from as many values as it has coefficients', () => {
    const points = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 });
    for (const name of ['Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'] as const) {
      const group = groupOf(name);
      fc.assert(
        fc.property(points, fc.string(), (numbers, seed) => {
          const polynomial = newPolynomial(group, numbers.length, seededRandomness(seed));
          const lambda = lagrangeAtZero(numbers, group.q);
          const sum = numbers.reduce((total, j, i) => total + (lambda[i] ?? 0n) * valueAt(group, polynomial, j), 0n);
          expect(sum % group.q).toBe(polynomial[0]);
        }),
        { numRuns: 30 },
      );
    }
  });
});
