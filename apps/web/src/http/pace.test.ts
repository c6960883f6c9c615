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
