import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved, statesWith } from '../state-machine.ts';
import { credentialMachine, credentialMoves, credentialStates } from './credential-machine.ts';

const drawn = drawnMoves('credential.md');

it('is drawn in docs/states/credential.md as it is', () => {
  expect(tableMoves(credentialMachine, credentialStates)).toEqual(drawn);
});

describe.each(credentialStates)('from %s', (state) => {
  it.each(credentialMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = credentialStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(credentialMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});

it('casts from the hands of somebody alone, and is void only while nobody has cast with it', () => {
  expect(statesWith(credentialMachine, credentialStates, 'cast')).toEqual(['given', 'used']);
  expect(statesWith(credentialMachine, credentialStates, 'void')).toEqual(['given']);
});
