import type { Processes } from '../../jobs/processes.ts';
import type { WorkFolder } from '../../jobs/work-folder.ts';
import type { Database } from '../../persistence/database.ts';
import type { AccountsContext } from '../accounts/index.ts';
import type { Ballots } from '../ballots/index.ts';
import type { ConsultationsContext } from '../consultations/index.ts';
import type { PreparationContext } from '../preparation/index.ts';
import type { ResultsContext } from '../results/index.ts';
import type { RollsContext } from '../rolls/index.ts';
import type { TallyContext } from '../tally/index.ts';
import type { TerritoriesContext } from '../territories/index.ts';
import type { TrusteesContext } from '../trustees/index.ts';
import type { DemoFolder } from './keeping/demo-folder.ts';
import type { PeopleAnswer, PeopleTask } from './people/tasks.ts';

/** What the use cases of the demo work with: those of all others, for the demo does what people do. */
export interface DemoContext {
  readonly database: Database;
  readonly now: () => Date;
  /** For the files that its people bring. */
  readonly work: WorkFolder;
  /** What its people keep. */
  readonly folder: DemoFolder;
  /** Its people, each on a machine of their own. */
  readonly people: Processes<PeopleTask, never, PeopleAnswer>;
  /** Origin that voting codes lead to. */
  readonly site: string;
  readonly accounts: AccountsContext;
  readonly territories: TerritoriesContext;
  readonly consultations: ConsultationsContext;
  readonly rolls: RollsContext;
  readonly preparation: PreparationContext;
  readonly trustees: TrusteesContext;
  readonly tally: TallyContext;
  readonly results: ResultsContext;
  readonly casting: Ballots['casting'];
}

export const demoJobNames = { make: 'make-demo' } as const;

/** What its one job is about. */
export const demoSubject = 'demo';
