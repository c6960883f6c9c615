import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { rollMachine, rollMoves, rollStates } from './roll-machine.ts';

const drawn = drawnMoves('roll.md');

it('is drawn in docs/states/roll.md as it is', () => {
  expect(tableMoves(rollMachine, rollStates)).toEqual(drawn);
});

describe.each(rollStates)('from %s', (state) => {
  it.each(rollMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = rollStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(rollMachine, state, move)).toEqual(to === undefined ? err({ type: 'not_now', state, move }) : ok(to));
  });
});
