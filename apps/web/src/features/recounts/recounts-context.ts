import type { Processes } from '../../jobs/processes.ts';
import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';
import type { CountingAnswer, CountingNote, CountingTask } from './counting/tasks.ts';

export type CountingProcesses = Processes<CountingTask, CountingNote, CountingAnswer>;

/** What the use cases of recounts work with. */
export interface RecountsContext {
  readonly database: Database;
  /** For what somebody waits for at the screen: reading an upload, writing a file. */
  readonly readers: CountingProcesses;
  /** For jobs: counts and what follows from them. */
  readonly counters: CountingProcesses;
  /** For files on their way to and from a process. */
  readonly work: WorkFolder;
  /** What uploads may take together, as they are stored. */
  readonly mostUploadedBytes: number;
  readonly now: () => Date;
}

export const jobNames = {
  count: 'count-recount',
  switches: 'find-switches',
  projectSwitches: 'find-project-switches',
  cleaning: 'delete-expired',
} as const;
