import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { openRecountStates, recountMachine, recountMoves, recountStates } from './recount-machine.ts';

const drawn = drawnMoves('recount.md');

it('is drawn in docs/states/recount.md as it is', () => {
  expect(tableMoves(recountMachine, recountStates)).toEqual(drawn);
});

describe.each(recountStates)('from %s', (state) => {
  it.each(recountMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = recountStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(recountMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});

it('is open until it is done or refused', () => {
  expect(openRecountStates).toEqual(['queued', 'counting']);
});
