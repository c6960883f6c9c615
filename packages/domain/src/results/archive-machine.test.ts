import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { archiveMachine, archiveMoves, archiveStates } from './archive-machine.ts';

const drawn = drawnMoves('result-archive.md');

it('is drawn in docs/states/result-archive.md as it is', () => {
  expect(tableMoves(archiveMachine, archiveStates)).toEqual(drawn);
});

describe.each(archiveStates)('from %s', (state) => {
  it.each(archiveMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = archiveStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(archiveMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});
