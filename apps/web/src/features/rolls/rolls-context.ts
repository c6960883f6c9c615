import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';
import type { ReadingProcesses } from '../../reading/tasks.ts';

/** What the use cases of rolls work with. */
export interface RollsContext {
  readonly database: Database;
  /** Read the files that staff bring. */
  readonly readers: ReadingProcesses;
  /** For files on their way to and from a process. */
  readonly work: WorkFolder;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: (bytes: number) => Uint8Array;
  /** Key under which those who ask about an entry are counted; it stands outside the database, which knows their names. */
  readonly key: Uint8Array;
}

export const rollJobNames = { read: 'read-roll', apply: 'apply-roll', commit: 'commit-to-roll' } as const;
