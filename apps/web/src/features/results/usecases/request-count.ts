import { requestJob } from '../../../persistence/job-outbox.ts';
import type { Tx } from '../../../persistence/database.ts';
import { resultsJobNames } from '../results-context.ts';
import { putRequests } from '../store-counts.ts';

/** Contests whose result stands on their boards. */
export interface CountRequest {
  readonly consultation: string;
  readonly contests: readonly string[];
  readonly now: Date;
}

/**
 * Asks for the count of contests, in the transaction that tallied them. One that is asked for twice is counted once: the jobs
 * of a consultation come one after the other, so that none counts what another is at.
 */
export async function requestCount(tx: Tx, { consultation, contests, now }: CountRequest): Promise<void> {
  if (contests.length === 0) return;
  await putRequests(tx, consultation, contests, now);
  await requestJob(tx, {
    name: resultsJobNames.count,
    subject: consultation,
    priority: 0,
    queue: `count:${consultation}`,
  });
}
