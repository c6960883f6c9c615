import { requestJob } from '../../../persistence/job-outbox.ts';
import type { Tx } from '../../../persistence/database.ts';
import type { ArchiveStage } from '../../../persistence/schema/results.ts';
import { type ResultsContext, resultsJobNames } from '../results-context.ts';
import { beginArchive, contestStates } from '../store-archives.ts';
import { settledStates } from './archive-material.ts';

/** Asks for the archive of a consultation. @returns false where one is being made already */
export async function requestArchive(
  tx: Tx,
  { newId, now }: Pick<ResultsContext, 'newId' | 'now'>,
  consultation: string,
  stage: ArchiveStage,
): Promise<boolean> {
  const id = newId();
  const begun = await beginArchive(tx, { id, consultation, stage, now: now() });
  if (begun) await requestMaking(tx, id);
  return begun;
}

/** Asks for the making of an archive that was begun. */
export const requestMaking = (tx: Tx, id: string): Promise<void> =>
  requestJob(tx, { name: resultsJobNames.archive, subject: id, priority: 0, queue: 'consultation-archives' });

/** How far the contests of a consultation are. */
export interface Settling {
  readonly contests: number;
  readonly settled: number;
  /** That wait for a public lot. */
  readonly waitForLots: number;
}

export async function settlingOf(tx: Tx, consultation: string): Promise<Settling> {
  const states = await contestStates(tx, consultation);
  const all = [...states.values()].reduce((sum, contests) => sum + contests, 0);
  const settled = settledStates.reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
  return { contests: all, settled, waitForLots: states.get('lots_required') ?? 0 };
}
