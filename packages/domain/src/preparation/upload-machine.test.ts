import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { uploadMachine, uploadMoves, uploadStates } from './upload-machine.ts';

const drawn = drawnMoves('credential-upload.md');

it('is drawn in docs/states/credential-upload.md as it is', () => {
  expect(tableMoves(uploadMachine, uploadStates)).toEqual(drawn);
});

describe.each(uploadStates)('from %s', (state) => {
  it.each(uploadMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = uploadStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(uploadMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});
