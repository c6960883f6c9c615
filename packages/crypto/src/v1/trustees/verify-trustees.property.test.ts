import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCanonical, Misread } from '../wire/codec.ts';
import { trusteesWire } from '../wire/trustees-wire.ts';
import { holdCeremony, withSingle } from './ceremony.fixture.ts';
import { groupOf, testLog } from './reference-elections.fixture.ts';
import { verifyTrustees } from './verify-trustees.ts';

it('a list of trustees with any sign of it altered is refused with a reason, unless only its layout changed', () => {
  const group = groupOf('Ed25519');
  const { text } = withSingle(group, holdCeremony(group, 2, 2, 'altered anywhere'), 'altered anywhere');
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'019aAf"\\{}[],: \u0000é'.split('')), (at, sign) => {
      const altered = text.slice(0, at) + sign + text.slice(at + 1);
      const log = testLog();
      const verified = verifyTrustees(group, altered, log);
      expect(verified === undefined).toBe(log.failures().length > 0);
      if (verified !== undefined) expect(JSON.parse(altered)).toEqual(JSON.parse(text));
      if (altered === text) expect(readCanonical(trusteesWire, altered)).not.toBeInstanceOf(Misread);
    }),
    { numRuns: 150 },
  );
});
