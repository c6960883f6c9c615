import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database, Tx } from '../../persistence/database.ts';
import type { BallotsContext } from '../ballots/index.ts';

/** What the use cases of the tally work with. */
export interface TallyContext {
  readonly database: Database;
  /** The boards, and the threads on which their counts are checked. */
  readonly ballots: BallotsContext;
  /** For archives on their way into a check, and for what trustees bring. */
  readonly work: WorkFolder;
  readonly now: () => Date;
  readonly newId: () => string;
  /** What follows when contests are opened, in the transaction that opens them: they are counted. */
  readonly onOpened: (tx: Tx, opened: OpenedContests) => Promise<void>;
}

/** Contests whose result stands on their boards. */
export interface OpenedContests {
  readonly consultation: string;
  readonly contests: readonly string[];
  readonly now: Date;
}

export const tallyJobNames = { end: 'end-vote', answer: 'check-answer' } as const;
