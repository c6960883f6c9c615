import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction } from '../../../persistence/database.ts';
import type { TalliedConsultation } from '../store.ts';
import type { TallyContext } from '../tally-context.ts';
import { requestTally } from './end-vote.ts';

/** Has every contest that could not be prepared looked at once more: what was wrong may have been mended. */
export async function tryAgain(
  { database, now }: TallyContext,
  { id, territory }: TalliedConsultation,
  by: string,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    await requestTally(tx, id);
    await appendAudit(tx, { event: 'tally.again', subject: id, actor: by, territory, isPublic: true, now: now() });
  });
}
