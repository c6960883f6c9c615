import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf, testLog } from '../trustees/reference-elections.fixture.ts';
import { readCredentialList, writeCredentialList } from './credential-list.ts';

const curve = groupOf('Ed25519');
const members = Array.from({ length: 12 }, (_, i) => curve.power(curve.g, BigInt(i + 1)));
const weighted = fc
  .subarray(members)
  .chain((credentials) =>
    fc.tuple(
      ...credentials.map((credential) =>
        fc.record({ credential: fc.constant(credential), weight: fc.bigInt(1n, 2n ** 64n - 1n) }),
      ),
    ),
  );

describe('lists of credentials', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(weighted, (entries) => {
        const log = testLog();
        const text = writeCredentialList(curve, entries);
        const list = readCredentialList(curve, Buffer.from(text), { mixed: false }, log);
        expect(log.failures()).toEqual([]);
        expect(list?.size).toBe(entries.length);
        for (const { credential, weight } of entries) {
          expect(list?.weightAt(list.indexOf(curve.write(credential)) ?? -1)).toBe(weight);
        }
      }),
      { numRuns: 50 },
    );
  });
});
