import { type StateMachine, statesWith } from '../state-machine.ts';

/** The life of a recount, from the request to its result; docs/states/recount.md draws it. */
export const recountStates = ['queued', 'counting', 'done', 'refused'] as const;
export type RecountState = (typeof recountStates)[number];

/** `count`: begun, gone on with, or begun anew after a crash. `refuse`: it brings no result. */
export const recountMoves = ['count', 'finish', 'refuse'] as const;
export type RecountMove = (typeof recountMoves)[number];

export const recountMachine: StateMachine<RecountState, RecountMove> = {
  first: 'queued',
  moves: {
    queued: { count: 'counting', refuse: 'refused' },
    counting: { count: 'counting', finish: 'done', refuse: 'refused' },
    done: {},
    refused: {},
  },
};

/** The states of a recount that has not come to its end. */
export const openRecountStates: readonly RecountState[] = statesWith(recountMachine, recountStates);
