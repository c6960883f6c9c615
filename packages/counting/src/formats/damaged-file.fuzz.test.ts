import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mutatedFile } from './mutated-file.fixture.ts';
import { parsePabulib } from './parse-pabulib.ts';
import { expectReaderPromises } from './reader-promises.fixture.ts';

test('any damage to a file ends in a sound file or in problems with lines', () => {
  fc.assert(fc.property(mutatedFile, expectReaderPromises), { numRuns: 15000 });
});

test('the damage is such that both ends are met', () => {
  const ends = fc.sample(mutatedFile, { numRuns: 200, seed: 7 }).map((bytes) => parsePabulib(bytes).ok);
  expect(new Set(ends)).toEqual(new Set([true, false]));
});

test('any bytes and any text end in problems with lines', () => {
  const text = fc.string({ unit: 'binary' }).map((noise) => Uint8Array.from(Buffer.from(`META\nkey;value\n${noise}`)));
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), text), expectReaderPromises), { numRuns: 1500 });
});
