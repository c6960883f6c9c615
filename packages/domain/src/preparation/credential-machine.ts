import type { StateMachine } from '../state-machine.ts';

/**
 * The life of the public credential of a letter in one contest; docs/states/credential.md draws it.
 *
 * `used` is stored nowhere: it is read from the ballots of the board, which show their credential to everybody. Nothing
 * else may be written of a credential that was used, and nothing here says whose the letter is.
 */
export const credentialStates = ['made', 'spare', 'given', 'used', 'void'] as const;
export type CredentialState = (typeof credentialStates)[number];

/** `set_aside`: for a letter that gets lost, or somebody who is added. `give`: somebody has, or gets, the letter. */
export const credentialMoves = ['set_aside', 'give', 'cast', 'void'] as const;
export type CredentialMove = (typeof credentialMoves)[number];

export const credentialMachine: StateMachine<CredentialState, CredentialMove> = {
  first: 'made',
  moves: {
    made: { set_aside: 'spare', give: 'given' },
    spare: { give: 'given' },
    given: { cast: 'used', void: 'void' },
    used: { cast: 'used' },
    void: {},
  },
};
