import { describe, expect, it } from 'vitest';
import { holdingProblem, isSound, longestWaiver, waiverProblem } from './holding.ts';

const problemOf = (threshold: number, trustees: number, waiver = ''): unknown =>
  holdingProblem({ threshold, trustees }, waiver)?.type;

describe('a ceremony', () => {
  it('has from 2 to 20 trustees, of whom some that exist decrypt', () => {
    for (const [threshold, trustees] of [
      [2, 3],
      [3, 5],
      [19, 20],
    ] as const) {
      expect(problemOf(threshold, trustees)).toBeUndefined();
    }
    expect([problemOf(1, 0), problemOf(1, 1), problemOf(2, 21)]).toEqual(['too_few', 'too_few', 'too_many']);
    for (const threshold of [0, 4, 1.5, Number.NaN]) expect(problemOf(threshold, 3)).toBe('bad_threshold');
  });

  it('in which one key opens or one lost key closes all for ever needs a reason', () => {
    for (const [threshold, trustees] of [
      [2, 2],
      [1, 2],
      [1, 3],
      [3, 3],
    ] as const) {
      expect(isSound({ threshold, trustees })).toBe(false);
      expect(problemOf(threshold, trustees, '  \n')).toBe('waiver_missing');
      expect(problemOf(threshold, trustees, 'Es un ensayo.')).toBeUndefined();
    }
    expect(problemOf(2, 3, 'x'.repeat(longestWaiver + 1))).toBe('waiver_too_long');
  });
});

it('a list of one trustee is taken with a reason, though it had no ceremony', () => {
  const one = { trustees: 1, threshold: 1 };
  expect(waiverProblem(one, '')).toEqual({ type: 'waiver_missing', ...one });
  expect(waiverProblem(one, 'Mesa de prueba.')).toBeUndefined();
});
