import { inTransaction } from '../../../persistence/database.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { holdConsultation, openConsultations } from '../store.ts';
import { closeVote } from './open-vote.ts';
import { requestClosing } from './request-closing.ts';

/** Closes a vote whose time is over, by itself. One whose end moved later is asked about again then. */
export async function closeByClock({ database, now }: ConsultationsContext, consultation: string): Promise<void> {
  await inTransaction(database, async (tx) => {
    const held = await holdConsultation(tx, consultation);
    if (held?.status !== 'open') return;
    const at = now();
    const { closesAt } = held.calendar.voting;
    const closed = at.getTime() < closesAt ? undefined : await closeVote(tx, consultation, at);
    if (closed?.ok !== true) {
      await requestClosing(tx, consultation, closesAt, at);
      return;
    }
    await appendAudit(tx, {
      ...{ event: 'clock.closed', subject: consultation, actor: null, territory: held.territory, isPublic: true },
      details: closed.value,
      now: at,
    });
  });
}

/** Asks for the closing of every open vote: whatever became of the jobs of a server that ended, none is forgotten. */
export async function scheduleClosings({ database, now }: ConsultationsContext): Promise<void> {
  await inTransaction(database, async (tx) => {
    for (const { id, closesAt } of await openConsultations(tx)) await requestClosing(tx, id, closesAt.getTime(), now());
  });
}
