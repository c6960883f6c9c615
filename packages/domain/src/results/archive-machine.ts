import type { StateMachine } from '../state-machine.ts';

/** The life of the archive of a consultation; docs/states/result-archive.md draws it. */
export const archiveStates = ['making', 'verified', 'refused', 'published', 'replaced'] as const;
export type ArchiveState = (typeof archiveStates)[number];

/** `verify`: it is made, and passed every check. `replace`: another took its place. */
export const archiveMoves = ['verify', 'refuse', 'publish', 'replace'] as const;
export type ArchiveMove = (typeof archiveMoves)[number];

export const archiveMachine: StateMachine<ArchiveState, ArchiveMove> = {
  first: 'making',
  moves: {
    making: { verify: 'verified', refuse: 'refused' },
    verified: { publish: 'published' },
    refused: {},
    published: { replace: 'replaced' },
    replaced: {},
  },
};
