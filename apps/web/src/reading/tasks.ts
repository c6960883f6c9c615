import type { PlacedUploadProblem, RollCommitment, TerritoryProblem } from '@convite/domain';
import type { Processes } from '../jobs/processes.ts';
import type { EntriesFile } from './commit-to-entries.ts';
import type { DeclaredTable } from './open-table.ts';
import type { CredentialsFile } from './read-credentials.ts';
import type { ReadRoll, RollFile, RollProblems } from './read-roll.ts';
import type { ReadTerritories } from './read-territories.ts';

/** What is asked of a reading process. */
export type ReadingTask =
  | { readonly type: 'territories'; readonly path: string; readonly declared: DeclaredTable }
  | ({ readonly type: 'roll' } & RollFile)
  | ({ readonly type: 'commitment' } & EntriesFile)
  | ({ readonly type: 'credentials' } & CredentialsFile);

/** How far it has come: in bytes of a file, in entries of a commitment, in contests of credentials. */
export interface ReadingNote {
  readonly done: number;
}

export type ReadingAnswer =
  | ({ readonly type: 'territories' } & ReadTerritories)
  | { readonly type: 'territory_problems'; readonly problems: readonly TerritoryProblem[] }
  | ({ readonly type: 'roll' } & ReadRoll)
  | ({ readonly type: 'roll_problems' } & RollProblems)
  | ({ readonly type: 'commitment' } & RollCommitment)
  | { readonly type: 'credentials'; readonly problems: readonly PlacedUploadProblem[] };

export type ReadingProcesses = Processes<ReadingTask, ReadingNote, ReadingAnswer>;
