import { err, ok } from '@convite/kernel';
import { expect, it } from 'vitest';
import { moved, type StateMachine, statesWith } from './state-machine.ts';

const states = ['shut', 'open', 'gone'] as const;
const door: StateMachine<(typeof states)[number], 'pull' | 'push' | 'break'> = {
  first: 'shut',
  moves: { shut: { pull: 'open', break: 'gone' }, open: { push: 'shut', break: 'gone' }, gone: {} },
};

it('makes the moves of its table, and refuses every other with where it stands', () => {
  expect(moved(door, 'shut', 'pull')).toEqual(ok('open'));
  expect(moved(door, 'open', 'push')).toEqual(ok('shut'));
  expect(moved(door, 'shut', 'push')).toEqual(err({ type: 'not_now', state: 'shut', move: 'push' }));
});

it('names the states from which a move exists, or any', () => {
  expect(statesWith(door, states, 'push')).toEqual(['open']);
  expect(statesWith(door, states, 'break')).toEqual(['shut', 'open']);
  expect(statesWith(door, states)).toEqual(['shut', 'open']);
});
