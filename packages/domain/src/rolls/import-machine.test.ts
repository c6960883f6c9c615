import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { rollImportMachine, rollImportMoves, rollImportStates, waitingImports } from './import-machine.ts';

const drawn = drawnMoves('roll-import.md');

it('is drawn in docs/states/roll-import.md as it is', () => {
  expect(tableMoves(rollImportMachine, rollImportStates)).toEqual(drawn);
});

describe.each(rollImportStates)('from %s', (state) => {
  it.each(rollImportMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = rollImportStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(rollImportMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});

it('ends when it is applied, refused or withdrawn, and is on its way before', () => {
  expect(waitingImports).toEqual(['queued', 'reading', 'ready', 'applying']);
});
