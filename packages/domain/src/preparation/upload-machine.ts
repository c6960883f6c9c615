import type { StateMachine } from '../state-machine.ts';

/** The life of a file of public credentials; docs/states/credential-upload.md draws it. */
export const uploadStates = ['reading', 'setting_up', 'set_up', 'refused', 'withdrawn'] as const;
export type UploadState = (typeof uploadStates)[number];

/** `take`: every line is right. `refuse`: the file, or an election made with it, is not. `finish`: all elections stand. */
export const uploadMoves = ['take', 'refuse', 'finish', 'withdraw'] as const;
export type UploadMove = (typeof uploadMoves)[number];

export const uploadMachine: StateMachine<UploadState, UploadMove> = {
  first: 'reading',
  moves: {
    reading: { take: 'setting_up', refuse: 'refused', withdraw: 'withdrawn' },
    setting_up: { finish: 'set_up', refuse: 'refused', withdraw: 'withdrawn' },
    set_up: { withdraw: 'withdrawn' },
    refused: { withdraw: 'withdrawn' },
    withdrawn: {},
  },
};
