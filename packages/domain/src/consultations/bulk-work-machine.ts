import type { StateMachine } from '../state-machine.ts';

/**
 * What is done to many contests at once, as a job; docs/states/bulk-work.md draws it. Where a work stands is read from how
 * many contests it went through: no second note of it can contradict that.
 */
export const bulkWorkStates = ['asked', 'under_way', 'finished'] as const;
export type BulkWorkState = (typeof bulkWorkStates)[number];

/** `advance`: some more contests are gone through, and others wait. `finish`: the last ones are. */
export const bulkWorkMoves = ['advance', 'finish'] as const;
export type BulkWorkMove = (typeof bulkWorkMoves)[number];

export const bulkWorkMachine: StateMachine<BulkWorkState, BulkWorkMove> = {
  first: 'asked',
  moves: {
    asked: { advance: 'under_way', finish: 'finished' },
    under_way: { advance: 'under_way', finish: 'finished' },
    finished: {},
  },
};
