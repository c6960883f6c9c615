import { type DelayRefusal, readDelay } from '@convite/domain';
import { invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { ResultsContext } from '../results-context.ts';
import { holdConsultation } from '../store.ts';

/**
 * Says for everybody why there is no result yet. It is a line of the public trail and stands nowhere else: whoever says
 * more later adds another, and none is taken back.
 */
export const stateDelay = (
  { database, now }: ResultsContext,
  consultation: string,
  { typed, by }: { readonly typed: string; readonly by: string },
): Promise<Result<undefined, DelayRefusal>> =>
  inRefusableTransaction<undefined, DelayRefusal>(database, async (tx) => {
    const held = await holdConsultation(tx, consultation);
    invariant(held !== undefined, 'a consultation is never deleted once its vote was open');
    const reason = readDelay(typed, held.status);
    if (!reason.ok) return reason;
    await appendAudit(tx, {
      ...{ event: 'result.delay', subject: consultation, actor: by, territory: held.territory, reason: reason.value },
      ...{ isPublic: true, now: now() },
    });
    return ok(undefined);
  });
