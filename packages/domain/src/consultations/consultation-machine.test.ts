import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { moved } from '../state-machine.ts';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { consultationMachine, consultationMoves, consultationStates } from './consultation-machine.ts';

const drawn = drawnMoves('consultation.md');

it('is drawn in docs/states/consultation.md as it is', () => {
  expect(tableMoves(consultationMachine, consultationStates)).toEqual(drawn);
});

describe.each(consultationStates)('from %s', (state) => {
  it.each(consultationMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = consultationStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(consultationMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});
