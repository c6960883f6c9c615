import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';

/** What the use cases of consultations work with. */
export interface ConsultationsContext {
  readonly database: Database;
  /** For files on their way in. */
  readonly work: WorkFolder;
  /** Everything in a demo is one. */
  readonly isDemo: boolean;
  /** Letters by e-mail can be sent. */
  readonly hasMailer: boolean;
  readonly now: () => Date;
  readonly newId: () => string;
}

export const jobNames = { bulk: 'bulk-work', close: 'close-vote' } as const;
