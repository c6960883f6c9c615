import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { bulkWorkMachine, bulkWorkMoves, bulkWorkStates } from './bulk-work-machine.ts';

const drawn = drawnMoves('bulk-work.md');

it('is drawn in docs/states/bulk-work.md as it is', () => {
  expect(tableMoves(bulkWorkMachine, bulkWorkStates)).toEqual(drawn);
});

describe.each(bulkWorkStates)('from %s', (state) => {
  it.each(bulkWorkMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = bulkWorkStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(bulkWorkMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});
