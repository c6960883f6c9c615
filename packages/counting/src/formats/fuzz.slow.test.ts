import fc from 'fast-check';
import { describe, test } from 'vitest';
import { mutatedFile } from './mutated-file.fixture.ts';
import { expectReaderPromises } from './reader-promises.fixture.ts';
import { readReference, referenceFiles } from './reference-files.fixture.ts';

test('any damage to a file ends in a sound file or in problems with lines, a hundred thousand times', () => {
  fc.assert(fc.property(mutatedFile, expectReaderPromises), { numRuns: 100_000 });
});

const small = referenceFiles.filter((name) => readReference(name).length < 40_000);

describe.skipIf(small.length === 0)('published city files, damaged (needs CONVITE_REFERENCE)', () => {
  test.each(small)('%s with bytes flipped, cut out and doubled', (name) => {
    const bytes = readReference(name);
    const place = fc.nat({ max: bytes.length - 1 });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 0, max: 255 }), (from, to, byte) => {
        expectReaderPromises(bytes.with(from, byte));
        expectReaderPromises(Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)]));
      }),
      { numRuns: 200 },
    );
  });
});
