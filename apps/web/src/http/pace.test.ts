import { expect, test } from 'vitest';
import { makePace } from './pace.ts';

test('each network asks so often in a while, and again afterwards', () => {
  const pace = makePace({ most: 2, milliseconds: 1000 });
  const at = (instant: number, visitor: string): boolean => pace.admits(visitor, new Date(instant));
  expect([at(0, 'a'), at(1, 'a'), at(2, 'a')]).toEqual([true, true, false]);
  expect(at(3, 'b')).toBe(true);
  expect(at(999, 'a')).toBe(false);
  expect([at(1000, 'a'), at(1001, 'a'), at(1002, 'a')]).toEqual([true, true, false]);
});

test('whoever is forgotten begins anew, and others do not', () => {
  const pace = makePace({ most: 1, milliseconds: 1000 });
  const now = new Date(0);
  expect([pace.admits('a', now), pace.admits('b', now)]).toEqual([true, true]);
  pace.forget('a');
  expect([pace.admits('a', now), pace.admits('b', now)]).toEqual([true, false]);
});

test('so many are remembered at the most: the oldest goes first', () => {
  const pace = makePace({ most: 1, milliseconds: 1000 });
  const now = new Date(0);
  for (let i = 0; i <= 200_000; i++) pace.admits(`visitor ${i}`, now);
  expect([pace.admits('visitor 1', now), pace.admits('visitor 0', now)]).toEqual([false, true]);
});
