import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { drawnMoves, tableMoves } from '../state-diagram.fixture.ts';
import { moved } from '../state-machine.ts';
import { awaitedStep, ceremonyMachine, ceremonyMoves, ceremonyStates, ceremonySteps } from './ceremony-machine.ts';

const drawn = drawnMoves('ceremony.md');

it('is drawn in docs/states/ceremony.md as it is', () => {
  expect(tableMoves(ceremonyMachine, ceremonyStates)).toEqual(drawn);
});

describe.each(ceremonyStates)('from %s', (state) => {
  it.each(ceremonyMoves)('%s is made if it is drawn, and else refused', (move) => {
    const to = ceremonyStates.find((next) => drawn.has(`${state} ${move} ${next}`));
    expect(moved(ceremonyMachine, state, move)).toEqual(
      to === undefined ? err({ type: 'not_now', state, move }) : ok(to),
    );
  });
});

it('waits for each step once, in its turn, and then for nothing', () => {
  const asked = [];
  let state = ceremonyMachine.first;
  for (;;) {
    const step = awaitedStep(state);
    const next = moved(ceremonyMachine, state, 'complete');
    if (step !== null) asked.push(step);
    expect(next.ok).toBe(step !== null);
    if (!next.ok) break;
    state = next.value;
  }
  expect([asked, state]).toEqual([ceremonySteps, 'assembled']);
});
