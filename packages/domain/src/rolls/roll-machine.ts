import type { StateMachine } from '../state-machine.ts';

/** The life of a roll; docs/states/roll.md draws it. */
export const rollStates = ['open', 'frozen'] as const;
export type RollState = (typeof rollStates)[number];

/** `write`: who may vote. `import`: a file becomes the newest version. `add`: one person, by two officers. */
export const rollMoves = ['write', 'import', 'freeze', 'add', 'take_back'] as const;
export type RollMove = (typeof rollMoves)[number];

export const rollMachine: StateMachine<RollState, RollMove> = {
  first: 'open',
  moves: {
    open: { write: 'open', import: 'open', freeze: 'frozen' },
    frozen: { add: 'frozen', take_back: 'open' },
  },
};
