import { expect, it } from 'vitest';
import { keptApart, overlaps } from './duties.ts';
import { apart, roles } from './roles.ts';

const [nation, commune, other] = [['n'], ['n', 'c'], ['n', 'o']] as const;

it('takes a territory and one above it for overlapping, and two beside one another not', () => {
  expect(overlaps(nation, commune)).toBe(true);
  expect(overlaps(commune, nation)).toBe(true);
  expect(overlaps(commune, commune)).toBe(true);
  expect(overlaps([], commune)).toBe(true);
  expect(overlaps(commune, other)).toBe(false);
  expect(overlaps(['c'], commune)).toBe(false);
});

it('keeps every pair of the table apart in both orders, above, below and in the same territory', () => {
  for (const [a, b] of apart) {
    for (const [held, wanted] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const path of [[], nation, commune, ['n', 'c', 's']]) {
        const before = { role: held, path };
        expect(keptApart([before], { role: wanted, path: commune })).toBe(before);
      }
      expect(keptApart([{ role: held, path: other }], { role: wanted, path: commune })).toBeUndefined();
    }
  }
});

it('lets every pair that the table does not name be held together', () => {
  for (const held of roles) {
    for (const wanted of roles) {
      const listed = apart.some(([a, b]) => [a, b].includes(held) && [a, b].includes(wanted) && held !== wanted);
      const found = keptApart([{ role: held, path: nation }], { role: wanted, path: nation });
      expect(found !== undefined).toBe(listed);
    }
  }
});
