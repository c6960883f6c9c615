import type { StateMachine } from '../state-machine.ts';

/** The life of a ceremony in which trustees make a key together; docs/states/ceremony.md draws it. */
export const ceremonyStates = ['certificates', 'deals', 'keys', 'assembled', 'void'] as const;
export type CeremonyState = (typeof ceremonyStates)[number];

/** `complete`: the last of a step's messages came. `void`: it went wrong, and nothing of it counts any more. */
export const ceremonyMoves = ['complete', 'void'] as const;
export type CeremonyMove = (typeof ceremonyMoves)[number];

export const ceremonyMachine: StateMachine<CeremonyState, CeremonyMove> = {
  first: 'certificates',
  moves: {
    certificates: { complete: 'deals', void: 'void' },
    deals: { complete: 'keys', void: 'void' },
    keys: { complete: 'assembled', void: 'void' },
    assembled: { void: 'void' },
    void: {},
  },
};

/** What a trustee hands in at a step: first a certificate, then a deal, at last the public key of the share. */
export const ceremonySteps = ['certificate', 'deal', 'key'] as const;
export type CeremonyStep = (typeof ceremonySteps)[number];

const awaited: Readonly<Record<CeremonyState, CeremonyStep | null>> = {
  certificates: 'certificate',
  deals: 'deal',
  keys: 'key',
  assembled: null,
  void: null,
};

/** The message that a ceremony waits for; null when it waits for none. */
export const awaitedStep = (state: CeremonyState): CeremonyStep | null => awaited[state];
