import type { Database } from '../../persistence/database.ts';
import type { BoardFiles } from './board/board-files.ts';
import type { ProofThreads } from './proofs/proof-threads.ts';

/** What the use cases of ballots work with. */
export interface BallotsContext {
  readonly database: Database;
  readonly proofs: ProofThreads;
  readonly boards: BoardFiles;
  readonly now: () => Date;
}
