import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';
import type { BallotsContext } from '../ballots/index.ts';

/** What the use cases of trustees work with. */
export interface TrusteesContext {
  readonly database: Database;
  /** Its threads check what trustees bring. */
  readonly ballots: Pick<BallotsContext, 'proofs'>;
  /** For files on their way in. */
  readonly work: WorkFolder;
  readonly now: () => Date;
  readonly newId: () => string;
}
