import fc from 'fast-check';
import { encodeText } from './decode-text.ts';
import { irregularFile } from './irregular-file.fixture.ts';

const FRAGMENTS = [
  '"',
  ';',
  ',',
  '\n',
  '\r',
  '""',
  '\u00a0',
  '\ufeff',
  '\0',
  '-',
  '.',
  '😀',
  'META',
  'PROJECTS',
  'VOTES',
  'None',
];
const MORE_FRAGMENTS = [
  'vote',
  'points',
  'weight',
  '1e999',
  '9007199254740993',
  'budget;',
  '\n\n',
  'key;value\n',
  ';;;;;',
];

interface Mutation {
  readonly at: number;
  readonly removed: number;
  readonly put: Uint8Array;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
  ),
  put: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS, ...MORE_FRAGMENTS).map(encodeText) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'binary' }).map(encodeText) },
  ),
});

function mutated(bytes: Uint8Array, { at, removed, put }: Mutation): Uint8Array {
  const from = Math.floor(at * bytes.length);
  return Uint8Array.from([...bytes.subarray(0, from), ...put, ...bytes.subarray(from + removed)]);
}

/** An irregular file with a few bytes put in and taken out anywhere. */
export const mutatedFile: fc.Arbitrary<Uint8Array> = fc
  .tuple(irregularFile, fc.array(mutation, { minLength: 1, maxLength: 5 }))
  .map(([{ text }, mutations]) => mutations.reduce(mutated, encodeText(text)));
