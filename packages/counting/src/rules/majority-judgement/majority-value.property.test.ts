import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareMajorityValues, type Grades, medianGrade } from './majority-value.ts';

const runs = (grades: readonly number[]): Grades =>
  [...new Set(grades)]
    .toSorted((a, b) => a - b)
    .map((grade) => ({ grade, votes: grades.filter((other) => other === grade).length }));

/** The definition itself: take out the lower middle grade again and again. */
function majorityValue(grades: readonly number[]): readonly number[] {
  const rest = grades.toSorted((a, b) => a - b);
  const value: number[] = [];
  while (rest.length > 0) value.push(...rest.splice(Math.floor((rest.length - 1) / 2), 1));
  return value;
}

const sameLength = fc
  .integer({ min: 1, max: 13 })
  .chain((n) =>
    fc.tuple(...[0, 1].map(() => fc.array(fc.integer({ min: 0, max: 4 }), { minLength: n, maxLength: n }))),
  );

test('comparing in runs says what removing one middle grade after another says', () => {
  fc.assert(
    fc.property(sameLength, ([a = [], b = []]) => {
      const [valueA, valueB] = [majorityValue(a), majorityValue(b)];
      const at = valueA.findIndex((grade, i) => grade !== valueB[i]);
      const expected = at === -1 ? 0 : Math.sign((valueA[at] ?? 0) - (valueB[at] ?? 0));
      expect(Math.sign(compareMajorityValues(runs(a), runs(b)))).toBe(expected);
      expect(medianGrade(runs(a))).toBe(valueA[0]);
    }),
    { numRuns: 3000 },
  );
});
