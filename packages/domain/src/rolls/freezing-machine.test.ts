import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { freezingMachine, freezingMoves, freezingStates } from './freezing-machine.ts';

const drawn = drawnMoves('roll-freezing.md');

it('is drawn in docs/states/roll-freezing.md as it is', () => {
  expect(tableMoves(freezingMachine, freezingStates)).toEqual(drawn);
});

describe.each(freezingStates)('from %s', (state) => {
  it.each(freezingMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = freezingStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(freezingMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});
