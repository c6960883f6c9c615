import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { longestReason, waitingAct } from '../../accounts/index.ts';
import { rollJobNames, type RollsContext } from '../rolls-context.ts';
import { countPeople, holdRoll, mayMove, type RolledConsultation } from '../store.ts';
import { type FreezingRecord, moveFreezing, newestFreezing, putFreezing } from '../store-freezings.ts';
import { isImporting } from '../store-imports.ts';

/** Why nobody begins to freeze a roll now. `under_way`: somebody has begun already. */
export interface AskRefusal {
  readonly type: 'no_rule' | 'frozen' | 'nobody' | 'import_waits' | 'already_proposed' | 'reason_missing' | 'under_way';
}

/** Asks for the commitment to the roll as it is now; a job makes it. @returns the id under which that goes. */
export async function askToFreeze(
  { database, now, newId }: Pick<RollsContext, 'database' | 'now' | 'newId'>,
  { id: consultation, slug, territory }: RolledConsultation,
  given: string,
  by: string,
): Promise<Result<string, AskRefusal>> {
  const reason = given.trim();
  if (reason === '' || reason.length > longestReason) return err({ type: 'reason_missing' });
  const id = newId();
  return await inRefusableTransaction<string, AskRefusal>(database, async (tx) => {
    const roll = await holdRoll(tx, consultation);
    if (roll === undefined) return err({ type: 'no_rule' });
    if (!mayMove(roll, 'freeze')) return err({ type: 'frozen' });
    const people = await countPeople(tx, consultation);
    if (people === 0) return err({ type: 'nobody' });
    if (await isImporting(tx, consultation)) return err({ type: 'import_waits' });
    if ((await waitingAct({ database: tx }, 'roll.freeze', consultation)) !== undefined) {
      return err({ type: 'already_proposed' });
    }
    const { version } = roll;
    const isFirst = await putFreezing(tx, { id, consultation, reason, by, at: now(), version, people });
    if (!isFirst) return err({ type: 'under_way' });
    await requestJob(tx, { name: rollJobNames.commit, subject: id, priority: 5, queue: `roll:${slug}` });
    await appendAudit(tx, {
      event: 'roll.freeze',
      subject: consultation,
      actor: by,
      territory,
      reason,
      details: { step: 'asked', version, people },
      isPublic: false,
      now: now(),
    });
    return ok(id);
  });
}

/** The commitment that is on its way to being proposed, or became of the last; undefined before anybody asked. */
export const showFreezing = (
  { database }: Pick<RollsContext, 'database'>,
  consultation: string,
): Promise<FreezingRecord | undefined> => newestFreezing(database, consultation);

/** Lets a commitment go before it is proposed, and erases its salt. Whoever may freeze may do so. */
export async function withdrawFreezing(
  { database, now }: Pick<RollsContext, 'database' | 'now'>,
  { id: consultation, territory }: RolledConsultation,
  by: string,
): Promise<Result<void, { readonly type: 'not_ready' }>> {
  return await inRefusableTransaction<void, { readonly type: 'not_ready' }>(database, async (tx) => {
    const asked = await newestFreezing(tx, consultation);
    if (asked === undefined) return err({ type: 'not_ready' });
    const step = await moveFreezing(tx, asked.id, 'withdraw', now());
    if (step === undefined) return err({ type: 'not_ready' });
    await appendAudit(tx, {
      event: 'roll.freeze',
      subject: consultation,
      actor: by,
      territory,
      details: { step, version: asked.version },
      isPublic: false,
      now: now(),
    });
    return ok(undefined);
  });
}
