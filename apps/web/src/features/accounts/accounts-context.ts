import type { Database } from '../../persistence/database.ts';
import type { ActHandler } from './acts-context.ts';
import type { BreachedPasswords } from './proofs/breached-passwords.ts';
import type { TaskSource } from './tasks-context.ts';

/** What the use cases of accounts work with. */
export interface AccountsContext {
  readonly database: Database;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
  /** Every account of a demo is a demo account. */
  readonly isDemo: boolean;
  /** Key under which networks and accounts are counted, and challenges are signed. */
  readonly key: Uint8Array;
  /** Passwords that nobody may choose. */
  readonly breached: BreachedPasswords;
  /** The acts that two people agree on, each by the feature it belongs to. */
  readonly acts: readonly ActHandler[];
  /** What waits for a person in a consultation, by the features that it belongs to, in the order of a vote's life. */
  readonly tasks: readonly TaskSource[];
}

export const accountJobNames = { cleaning: 'forget-ended-sessions' } as const;
