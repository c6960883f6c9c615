import { err, ok } from '@convite/kernel';
import { expect, it } from 'vitest';
import { moved, type StateMachine } from './state-machine.ts';

const door: StateMachine<'shut' | 'open', 'pull' | 'push'> = {
  first: 'shut',
  moves: { shut: { pull: 'open' }, open: { push: 'shut' } },
};

it('makes the moves of its table, and refuses every other with where it stands', () => {
  expect(moved(door, 'shut', 'pull')).toEqual(ok('open'));
  expect(moved(door, 'open', 'push')).toEqual(ok('shut'));
  expect(moved(door, 'shut', 'push')).toEqual(err({ type: 'not_now', state: 'shut', move: 'push' }));
});
