import type { SignedProtocol } from '@convite/crypto';
import type { DiskRoom } from '../../jobs/disk-room.ts';
import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';
import type { KeptArchives } from './archives/kept-archives.ts';
import type { ResultsProcesses } from './archives/tasks.ts';

/** What the use cases of results work with. */
export interface ResultsContext {
  readonly database: Database;
  /** Counts contests, makes and verifies archives, away from the event loop. */
  readonly processes: ResultsProcesses;
  /** The long searches for what would have changed an outcome: they keep no count and no archive waiting. */
  readonly searches: ResultsProcesses;
  /** How many of `processes` run at once. */
  readonly atOnce: number;
  /** See `usualSearchWork`. */
  readonly mostSearchWork: number;
  /** For files on their way into an archive. */
  readonly work: WorkFolder;
  /** The archives that were made, outside the database. */
  readonly archives: KeptArchives;
  /** Whether there is room on the disk. */
  readonly room: DiskRoom;
  /** Puts the name of this site to a result protocol, with the key of its boards. */
  readonly signProtocol: (protocol: SignedProtocol) => string;
  /** This program and its version, as a signed protocol names it. */
  readonly software: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * Options times different ballots of a contest up to which every change is looked for while its archive is verified. A
 * contest of a commune is far below, one of a city above; there the search goes on by itself.
 */
export const usualSearchWork = 4000;

export const resultsJobNames = {
  count: 'count-contests',
  archive: 'make-consultation-archive',
  part: 'make-archive-part',
  switches: 'find-result-switches',
  tidy: 'tidy-archives',
} as const;
