import { inTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { type DemoContext, demoJobNames } from '../demo-context.ts';

/** Asks, at each start, for whatever of the demo is still missing. One at a time makes it: a second finds it made. */
export async function requestDemo({ database }: Pick<DemoContext, 'database'>): Promise<void> {
  await inTransaction(database, (tx) =>
    requestJob(tx, { name: demoJobNames.make, subject: 'demo', priority: 20, queue: 'demo' }),
  );
}
