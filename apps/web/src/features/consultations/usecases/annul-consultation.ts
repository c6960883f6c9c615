import { consultationMachine, type ConsultationState, moved } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { type Database, inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { AnnulmentView } from '../pages/views.ts';
import { annulmentOf, type ConsultationRecord, holdConsultation, setStatus } from '../store.ts';
import { livingContests, moveContests } from '../store-contests.ts';
import type { LanguageMap } from '../stored-forms.ts';

/** What two people annul: the whole consultation, in the state in which the first of them saw it. */
export interface WholeAnnulmentBody {
  readonly slug: string;
  readonly title: LanguageMap;
  readonly state: ConsultationState;
}

export type WholeAnnulmentRefusal =
  | { readonly type: 'not_now' }
  /** It opened, closed or got a result since: to annul that is another decision. */
  | { readonly type: 'changed' };

/** Whether a consultation can still be annulled: not one that is certified, or annulled already. */
export const mayAnnul = (state: ConsultationState): boolean => moved(consultationMachine, state, 'annul').ok;

/** Proposes to annul a consultation, so that a second guarantor may agree. */
export const proposeWholeAnnulment = (
  { database, newId, now }: ConsultationsContext,
  consultation: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Result<string, WholeAnnulmentRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, WholeAnnulmentRefusal | ProposalRefusal>(database, async (tx) => {
    const { id, territory, slug, title, status } = await hold(tx, consultation);
    if (!mayAnnul(status)) return err({ type: 'not_now' });
    const body: WholeAnnulmentBody = { slug, title, state: status };
    const act = { id: newId(), act: 'consultation.annul', territory, subject: id, body } as const;
    return await proposeAct(tx, { ...act, reason, by, now: now() });
  });

/**
 * Annuls a consultation with every contest of it: no ballot is taken, opened or counted any more. What is published stays
 * where it is: boards, trail, and the archive of a result that was provisional.
 */
export async function annulConsultation(
  tx: Tx,
  consultation: string,
  { state }: WholeAnnulmentBody,
): Promise<Result<Readonly<Record<string, unknown>>, WholeAnnulmentRefusal>> {
  const { status } = await hold(tx, consultation);
  const next = moved(consultationMachine, status, 'annul');
  if (!next.ok) return err({ type: 'not_now' });
  if (status !== state) return err({ type: 'changed' });
  const contests = await livingContests(tx, consultation);
  await moveContests(tx, consultation, contests, 'annul');
  await setStatus(tx, consultation, next.value);
  return ok({ contests: contests.length });
}

async function hold(tx: Tx, consultation: string): Promise<ConsultationRecord> {
  const held = await holdConsultation(tx, consultation);
  invariant(held !== undefined, 'a consultation is never deleted once something was proposed about it');
  return held;
}

/** Why a consultation was annulled, by whom and when; null for one that was not. */
export async function annulmentView(
  database: Database,
  { id, status }: Pick<ConsultationRecord, 'id' | 'status'>,
): Promise<AnnulmentView | null> {
  if (status !== 'annulled') return null;
  const line = await annulmentOf(database, id);
  return line === undefined ? null : { ...line, at: line.at.toISOString() };
}
