import type { Suite } from '@convite/crypto';
import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';
import type { ReadingProcesses } from '../../reading/tasks.ts';
import type { BallotsContext } from '../ballots/index.ts';

/** What the use cases of preparation work with. */
export interface PreparationContext {
  readonly database: Database;
  /** Sets up each election. */
  readonly ballots: BallotsContext;
  /** The groups of elections, with the arithmetic of this server. */
  readonly suite: Suite;
  /** Read the files that registrars bring. */
  readonly readers: ReadingProcesses;
  /** For files on their way in. */
  readonly work: WorkFolder;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
}

export const preparationJobNames = { read: 'read-credentials', setUp: 'set-up-elections' } as const;
