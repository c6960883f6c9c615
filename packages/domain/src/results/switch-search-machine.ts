import { type StateMachine, statesWith } from '../state-machine.ts';

/** The search for what would have changed the outcome of a large contest; docs/states/switch-search.md draws it. */
export const switchSearchStates = ['searching', 'done', 'given_up'] as const;
export type SwitchSearchState = (typeof switchSearchStates)[number];

/** `note`: some more options are answered. `give_up`: it took too long, or cannot go on. */
export const switchSearchMoves = ['note', 'finish', 'give_up'] as const;
export type SwitchSearchMove = (typeof switchSearchMoves)[number];

export const switchSearchMachine: StateMachine<SwitchSearchState, SwitchSearchMove> = {
  first: 'searching',
  moves: {
    searching: { note: 'searching', finish: 'done', give_up: 'given_up' },
    done: {},
    given_up: {},
  },
};

/** The states of a search that goes on. */
export const openSearchStates: readonly SwitchSearchState[] = statesWith(switchSearchMachine, switchSearchStates);
