import type { ConsultationState } from '@convite/domain';
import { err, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { type ConsultationRecord, holdConsultation } from '../store.ts';

/** The rules are frozen: what is asked for can no longer be changed by one person. */
export interface NotDraft {
  readonly type: 'not_draft';
  readonly state: ConsultationState | undefined;
}

/**
 * Changes a consultation that is still being written, in a transaction that keeps it so: freezing waits for the change, or
 * the change finds it frozen and is refused.
 */
export const inDraft = <T, E>(
  { database }: Pick<ConsultationsContext, 'database'>,
  id: string,
  work: (tx: Tx, consultation: ConsultationRecord) => Promise<Result<T, E>>,
): Promise<Result<T, E | NotDraft>> =>
  inRefusableTransaction<T, E | NotDraft>(database, async (tx) => {
    const consultation = await holdConsultation(tx, id);
    if (consultation?.status !== 'draft') return err({ type: 'not_draft', state: consultation?.status });
    return await work(tx, consultation);
  });

/** The decimals of the currency were changed since the amounts were read with them. */
export interface OtherDecimals {
  readonly type: 'other_decimals';
}

/** The same for a change with amounts in it, which were read with these decimals. */
export const inDraftCounted = <T, E>(
  context: Pick<ConsultationsContext, 'database'>,
  { id, decimals }: Pick<ConsultationRecord, 'id' | 'decimals'>,
  work: (tx: Tx, consultation: ConsultationRecord) => Promise<Result<T, E>>,
): Promise<Result<T, E | NotDraft | OtherDecimals>> =>
  inDraft<T, E | OtherDecimals>(context, id, async (tx, held) =>
    held.decimals === decimals ? await work(tx, held) : err({ type: 'other_decimals' }),
  );
