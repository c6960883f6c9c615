import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { moved } from '../state-machine.ts';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { contestMachine, contestMoves, contestStates, statesBefore } from './contest-machine.ts';

const drawn = drawnMoves('contest.md');

it('is drawn in docs/states/contest.md as it is', () => {
  expect(tableMoves(contestMachine, contestStates)).toEqual(drawn);
});

describe.each(contestStates)('from %s', (state) => {
  it.each(contestMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = contestStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(contestMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});

it('reaches every state from the first, and ends in two', () => {
  const reached = new Set<string>([contestMachine.first]);
  for (const state of reached) {
    const from = contestStates.find((one) => one === state);
    if (from !== undefined) for (const to of Object.values(contestMachine.moves[from])) reached.add(to);
  }
  expect([...reached].toSorted()).toEqual([...contestStates].toSorted());
  expect(contestStates.filter((state) => Object.keys(contestMachine.moves[state]).length === 0)).toEqual([
    'certified',
    'annulled',
  ]);
});

it('annuls from everywhere before it is certified, and counts with lots or without', () => {
  expect(statesBefore('annul')).toEqual(contestStates.slice(0, -2));
  expect(statesBefore('count')).toEqual(['tallied', 'lots_required']);
});
