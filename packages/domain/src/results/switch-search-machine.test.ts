import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import {
  openSearchStates,
  switchSearchMachine,
  switchSearchMoves,
  switchSearchStates,
} from './switch-search-machine.ts';

const drawn = drawnMoves('switch-search.md');

it('is drawn in docs/states/switch-search.md as it is', () => {
  expect(tableMoves(switchSearchMachine, switchSearchStates)).toEqual(drawn);
});

describe.each(switchSearchStates)('from %s', (state) => {
  it.each(switchSearchMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = switchSearchStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(switchSearchMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});

it('goes on until it is done or given up', () => {
  expect(openSearchStates).toEqual(['searching']);
});
