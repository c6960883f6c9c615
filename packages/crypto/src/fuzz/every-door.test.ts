import { expect, it } from 'vitest';
import { openDoors } from './every-door.fixture.ts';

it('every codec of the package, and every function that reads what comes from outside, is fuzzed', () => {
  expect(openDoors()).toEqual({ unfuzzed: [], gone: [] });
});
