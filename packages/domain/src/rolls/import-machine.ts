import { type StateMachine, statesWith } from '../state-machine.ts';

/** The way of a file into a roll; docs/states/roll-import.md draws it. */
export const rollImportStates = ['queued', 'reading', 'ready', 'applying', 'applied', 'refused', 'withdrawn'] as const;
export type RollImportState = (typeof rollImportStates)[number];

/**
 * `read`: begun, or begun anew after a crash. `compare`: every line is right, and held against the roll as it is now.
 * `apply`: somebody asked for it. `lapse`: it can be applied no more.
 */
export const rollImportMoves = ['read', 'compare', 'refuse', 'apply', 'finish', 'withdraw', 'lapse'] as const;
export type RollImportMove = (typeof rollImportMoves)[number];

export const rollImportMachine: StateMachine<RollImportState, RollImportMove> = {
  first: 'queued',
  moves: {
    queued: { read: 'reading', withdraw: 'withdrawn' },
    reading: { read: 'reading', compare: 'ready', refuse: 'refused' },
    ready: { apply: 'applying', withdraw: 'withdrawn' },
    applying: { compare: 'ready', refuse: 'refused', finish: 'applied', lapse: 'withdrawn' },
    applied: {},
    refused: {},
    withdrawn: {},
  },
};

/** The states of a file that is on its way still; of one part of a consultation there is one such file at a time. */
export const waitingImports: readonly RollImportState[] = statesWith(rollImportMachine, rollImportStates);
