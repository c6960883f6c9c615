import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';
import type { ReadingProcesses } from '../../reading/tasks.ts';

/** What the use cases of territories work with. */
export interface TerritoriesContext {
  readonly database: Database;
  /** Read the files that staff bring. */
  readonly readers: ReadingProcesses;
  /** For files on their way to a process. */
  readonly work: WorkFolder;
  readonly now: () => Date;
  readonly newId: () => string;
}
