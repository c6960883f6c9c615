import { type StateMachine, statesWith } from '../state-machine.ts';

export const contestStates = [
  'draft',
  'ready',
  'frozen',
  'open',
  'closed',
  'withheld',
  'tallied',
  'lots_required',
  'counted',
  'provisional',
  'certified',
  'annulled',
] as const;
export type ContestState = (typeof contestStates)[number];

export const contestMoves = [
  'prepare',
  'amend',
  'freeze',
  'unfreeze',
  'open',
  'close',
  'withhold',
  'tally',
  'require_lots',
  'count',
  'publish',
  'certify',
  'annul',
] as const;
export type ContestMove = (typeof contestMoves)[number];

/**
 * The life of a contest. docs/states/contest.md draws it; certified and annulled are for good.
 *
 * `amend` takes a contest that was ready back when an option, its slice of the roll or its key changed; `unfreeze` one whose
 * election was taken back before the opening. Withheld ones have
 * too few ballots to be opened: they stay so when results are published and certified.
 */
export const contestMachine: StateMachine<ContestState, ContestMove> = {
  first: 'draft',
  moves: {
    draft: { prepare: 'ready', annul: 'annulled' },
    ready: { amend: 'draft', freeze: 'frozen', annul: 'annulled' },
    frozen: { unfreeze: 'ready', open: 'open', annul: 'annulled' },
    open: { close: 'closed', annul: 'annulled' },
    closed: { withhold: 'withheld', tally: 'tallied', annul: 'annulled' },
    withheld: { annul: 'annulled' },
    tallied: { require_lots: 'lots_required', count: 'counted', annul: 'annulled' },
    lots_required: { count: 'counted', annul: 'annulled' },
    counted: { publish: 'provisional', annul: 'annulled' },
    provisional: { certify: 'certified', annul: 'annulled' },
    certified: {},
    annulled: {},
  },
};

/** The states from which a move exists, in the order of the life: what a change of many contests at once may touch. */
export const statesBefore = (move: ContestMove): readonly ContestState[] =>
  statesWith(contestMachine, contestStates, move);
