import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf, testLog } from '../trustees/reference-elections.fixture.ts';
import { readCredentialList, writeCredentialList } from './credential-list.ts';
import { readPrivateCredential } from './private-credential.ts';

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

  it('are refused or read for what they say, whatever bytes come, and never throw', () => {
    const sound = Buffer.from(
      writeCredentialList(
        curve,
        members.slice(0, 3).map((credential) => ({ credential, weight: 2n })),
      ),
    );
    const change = fc.record({ at: fc.nat(sound.length - 1), with: fc.nat(255), cut: fc.nat(3) });
    fc.assert(
      fc.property(change, ({ at, with: byte, cut }) => {
        const bytes = Buffer.from(sound);
        bytes[at] = byte;
        const altered = bytes.subarray(0, bytes.length - cut);
        const log = testLog();
        const list = readCredentialList(curve, altered, { mixed: false }, log);
        if (altered.equals(sound)) expect(log.failures()).toEqual([]);
        // What is read without a complaint is written the same way again, so nothing was read that does not stand there.
        if (log.failures().length > 0 || list === undefined) return;
        expect(altered.toString()).toMatch(/^\[("[0-9a-f]{64},[0-9]+",?)*\]$/);
        expect(list.size).toBe(3);
      }),
      { numRuns: 3000 },
    );
  });
});

it('a typed credential is read or refused, never an exception, and what is read stays the same when read again', () => {
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[1-9A-HJ-NP-Za-km-z -]{0,30}$/));
  fc.assert(
    fc.property(typed, (text) => {
      const credential = readPrivateCredential(text);
      if (credential.ok) expect(readPrivateCredential(credential.value.text)).toEqual(credential);
    }),
    { numRuns: 20_000 },
  );
});
