import { inTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { type DemoContext, demoJobNames, demoSubject } from '../demo-context.ts';

/**
 * Asks for whatever of the demo is still missing: at each start, when visitors have finished a vote, and when somebody
 * presses for it after it was given up. One at a time makes it: a second finds it made.
 */
export async function requestDemo({ database }: Pick<DemoContext, 'database'>): Promise<void> {
  await inTransaction(database, (tx) =>
    requestJob(tx, { name: demoJobNames.make, subject: demoSubject, priority: 20, queue: 'demo' }),
  );
}
