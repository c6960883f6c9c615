import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alteredAt } from './altered-text.fixture.ts';
import { allEquationsHold } from './batched-equations.ts';
import { failedEquations } from './equations.ts';
import { makeShuffle } from './make-shuffle.ts';
import { mixedPart } from './mixed-part.ts';
import { curve, electionWith, recordingLog, tallyOf } from './shuffle.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { openShuffle } from './verify-shuffle.ts';

const random = seededRandomness('both ways');
const election = electionWith(curve, 2);
/** Shuffles of several sizes, made once. */
const shuffles = [
  [0, 1],
  [1, 2],
  [2, 3],
].map((sizes) => {
  const tally = tallyOf(election, sizes, random);
  return { sizes, inputs: mixedPart(election, tally), text: makeShuffle(election, tally, random).text };
});

/** Any number of numbers and elements, each by its path and what is added to it. */
const damage = fc.array(
  fc.record({
    question: fc.nat(1),
    path: fc.oneof(
      fc.nat(3).map((i) => [1, i]),
      fc.tuple(fc.constantFrom(4, 5), fc.nat(2)).map(([list, i]) => [1, list, i]),
      fc.nat(2).map((i) => [0, i]),
      fc.tuple(fc.constantFrom(2, 3), fc.nat(2)).map(([list, i]) => [list, i]),
      fc.nat(2).map((i) => [0, 4, i]),
    ),
    by: fc.constantFrom(1n, curve.q - 1n, 12_345n),
  }),
  { maxLength: 3 },
);

const shifted = (value: unknown, by: bigint): unknown => {
  if (typeof value !== 'string') return value;
  const element = value.length === 64 ? curve.parse(value) : undefined;
  if (element !== undefined) return curve.write(curve.multiply(element, curve.power(curve.g, by)));
  return String((BigInt(value) + by) % curve.q);
};

describe('the equations of a shuffle', () => {
  it('hold together exactly when they hold one by one', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...shuffles), damage, ({ inputs, text }, changes) => {
        const altered = changes.reduce(
          (now, { question, path, by }) => alteredAt(now, ['proofs', question, ...path], (value) => shifted(value, by)),
          text,
        );
        const open = openShuffle(election, inputs, altered, '', recordingLog());
        expect(open).toBeDefined();
        if (open === undefined) return;
        const failed = open.statements.flatMap((statement) => failedEquations(curve, election.key, statement));
        if (failed.length > 0) refused += 1;
        expect(allEquationsHold(election, open.statements, open.seed)).toBe(failed.length === 0);
        expect(failed.length === 0).toBe(altered === text);
      }),
      { numRuns: 30 },
    );
    expect(refused).toBeGreaterThan(5);
  });
});
