import type { StateMachine } from '../state-machine.ts';

export const consultationStates = [
  'draft',
  'frozen',
  'open',
  'closed',
  'tallying',
  'provisional',
  'certified',
  'annulled',
] as const;
export type ConsultationState = (typeof consultationStates)[number];

export const consultationMoves = ['freeze', 'open', 'close', 'tally', 'publish', 'certify', 'annul'] as const;
export type ConsultationMove = (typeof consultationMoves)[number];

/** The life of a consultation. docs/states/consultation.md draws it; certified and annulled are for good. */
export const consultationMachine: StateMachine<ConsultationState, ConsultationMove> = {
  first: 'draft',
  moves: {
    draft: { freeze: 'frozen', annul: 'annulled' },
    frozen: { open: 'open', annul: 'annulled' },
    open: { close: 'closed', annul: 'annulled' },
    closed: { tally: 'tallying', annul: 'annulled' },
    tallying: { publish: 'provisional', annul: 'annulled' },
    provisional: { certify: 'certified', annul: 'annulled' },
    certified: {},
    annulled: {},
  },
};
