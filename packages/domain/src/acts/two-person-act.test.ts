import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { actMachine } from './two-person-act.ts';

const drawn = drawnMoves('two-person-act.md');
const states = ['proposed', 'carried_out', 'declined', 'withdrawn'] as const;
const moves = ['agree', 'decline', 'withdraw'] as const;

it('is drawn in docs/states/two-person-act.md as it is', () => {
  expect(tableMoves(actMachine, states)).toEqual(drawn);
});

describe.each(states)('from %s', (state) => {
  it.each(moves)('%s is made if it is drawn, and else refused', (move) => {
    const to = states.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(actMachine, state, move)).toEqual(to === undefined ? err({ type: 'not_now', state, move }) : ok(to));
  });
});
