import type { StateMachine } from '../state-machine.ts';

/** The way of a roll to the proposal that it be frozen, and back; docs/states/roll-freezing.md draws it. */
export const freezingStates = [
  'committing',
  'ready',
  'proposed',
  'taken_back',
  'outdated',
  'failed',
  'withdrawn',
] as const;
export type FreezingState = (typeof freezingStates)[number];

/**
 * `finish`: the commitment is made. `outdate`: the roll changed meanwhile. `fail`: it could not be made. `take_back`: it was
 * frozen, and two people let it go.
 */
export const freezingMoves = ['finish', 'propose', 'outdate', 'fail', 'withdraw', 'take_back'] as const;
export type FreezingMove = (typeof freezingMoves)[number];

export const freezingMachine: StateMachine<FreezingState, FreezingMove> = {
  first: 'committing',
  moves: {
    committing: { finish: 'ready', outdate: 'outdated', fail: 'failed', withdraw: 'withdrawn' },
    ready: { propose: 'proposed', withdraw: 'withdrawn' },
    proposed: { take_back: 'taken_back' },
    taken_back: {},
    outdated: {},
    failed: {},
    withdrawn: {},
  },
};
