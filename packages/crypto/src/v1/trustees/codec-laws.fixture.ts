import fc from 'fast-check';
import { expect } from 'vitest';
import { type Codec, Misread, readCanonical, readText } from '../wire/codec.ts';

const wireNumber = fc.bigInt(0n, 2n ** 2047n).map(String);
export const wireProof = fc.record({ challenge: wireNumber, response: wireNumber });
export const wireElement = fc.oneof(wireNumber, fc.stringMatching(/^[0-9a-f]{64}$/));
export const wireText = fc.string({ unit: 'grapheme' });
export const wireList = <T>(items: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(items, { maxLength: 3 });
export const wireSigned = fc.record({ message: wireText, signature: wireProof });
export const wireMemberKey = fc.record(
  { pok: wireProof, public_key: wireElement, signature: wireProof, name: wireText },
  { requiredKeys: ['pok', 'public_key'] },
);

/** What is written reads back; what is altered is refused, or is what it says: written and read again it is the same. */
export function keepsCodecLaws<T>(codec: Codec<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, fc.nat(), wireText, (value, at, by) => {
      const written = codec.write(value);
      expect(readCanonical(codec, written)).toEqual(value);
      const place = at % (written.length + 1);
      const read = readText(codec, written.slice(0, place) + by + written.slice(place + 1));
      if (!(read instanceof Misread)) expect(readCanonical(codec, codec.write(read))).toEqual(read);
    }),
    { numRuns: 500 },
  );
}
