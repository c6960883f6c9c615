import { openRecountStates } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { Attempt } from '../../../jobs/job-queue.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction } from '../../../persistence/database.ts';
import { jobNames, type RecountsContext } from '../recounts-context.ts';
import { findRecount, finishRecount, setStage } from '../store.ts';
import type { RecountFailure } from '../stored-forms.ts';
import { withStoredFile } from './stored-file.ts';

const countingTime = 120_000;

/**
 * Counts a recount that waits, and stores its result or why there is none. A process that crashes is tried again; one
 * that meets its limits is not, for it would meet them again.
 *
 * @throws Error when it should be tried again.
 */
export async function countRecount(context: RecountsContext, hash: string, attempt: Attempt): Promise<void> {
  const { database, counters, now } = context;
  const recount = await findRecount(database, hash);
  if (recount === undefined || !openRecountStates.includes(recount.status)) return;
  const { ruleSet, changes } = recount;
  let noted = setStage(database, hash, 'reading');
  const run = await withStoredFile(context, recount.fileHash, (file) =>
    counters.run(
      { type: 'count', file, ruleSet, changes },
      { milliseconds: countingTime, signal: attempt.signal },
      (note) => {
        if (note.type === 'stage') noted = noted.then(() => setStage(database, hash, note.stage));
      },
    ),
  );
  await noted;
  if (run === undefined) return;
  if (run.ok && run.value.type === 'counted') {
    const { report, details, supporters } = run.value;
    await inTransaction(database, async (tx) => {
      if (!(await finishRecount(tx, hash, { report, details, supporters }, now()))) return;
      await appendAudit(tx, 'recount.finished', hash, now());
      await requestJob(tx, { name: jobNames.switches, subject: hash, priority: 10, queue: 'background' });
    });
    return;
  }
  if (run.ok) {
    invariant(run.value.type === 'refused', 'counting is answered by a count or a refusal');
    await refuseRecount(context, hash, run.value.refusal);
  } else if (run.error === 'stopped' || (run.error === 'crashed' && !attempt.last)) {
    throw new Error(`counting ${run.error}`);
  } else {
    await refuseRecount(context, hash, { type: run.error });
  }
}

/** Ends a recount that brings no result, with the reason. */
export async function refuseRecount(
  { database, now }: RecountsContext,
  hash: string,
  refusal: RecountFailure,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    if (await finishRecount(tx, hash, { refusal }, now())) await appendAudit(tx, 'recount.refused', hash, now());
  });
}
