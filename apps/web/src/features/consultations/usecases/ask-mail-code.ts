import { type SecondFactorProblem, secondFactorProblem } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { SecondFactorView } from '../pages/views.ts';
import { type ConsultationRecord, holdConsultation } from '../store.ts';
import { asksMailCode, peopleWithoutAddress, putMailCode } from '../store-factor.ts';
import { headOf } from './show-consultation.ts';

/** What an organiser wants people to be asked for. */
export interface SecondFactorChoice {
  readonly isAsked: boolean;
  /** People without an address get in at a table. */
  readonly usesTables: boolean;
}

/** What is asked for beside the letter, and whom that would leave out, for its page. */
export async function secondFactorView(
  { database, hasMailer }: ConsultationsContext,
  consultation: ConsultationRecord,
  language: string,
): Promise<SecondFactorView> {
  const { id } = consultation;
  const [isAsked, counted] = await Promise.all([asksMailCode(database, id), peopleWithoutAddress(database, id)]);
  return { head: headOf(consultation, language), isAsked, hasMailer, ...counted };
}

/** Asks for a code by e-mail beside the letter, or asks for the letter alone again: as long as nothing is frozen. */
export const askMailCode = (
  { database, hasMailer, now }: ConsultationsContext,
  consultation: string,
  { isAsked, usesTables }: SecondFactorChoice,
  by: string,
): Promise<Result<undefined, SecondFactorProblem>> =>
  inRefusableTransaction<undefined, SecondFactorProblem>(database, async (tx) => {
    const held = await holdConsultation(tx, consultation);
    invariant(held !== undefined, 'the gate let in to a consultation that exists');
    const { status: state, territory } = held;
    const { without } = await peopleWithoutAddress(tx, consultation);
    const facts = isAsked ? { hasMailer, withoutAddress: without, usesTables } : letterAlone;
    const problem = secondFactorProblem({ state, ...facts });
    if (problem !== undefined) return err(problem);
    await putMailCode(tx, consultation, isAsked);
    await appendAudit(tx, {
      event: 'consultation.write',
      subject: consultation,
      actor: by,
      territory,
      details: { second_factor: isAsked, ...(isAsked && { people_without_address: without }) },
      isPublic: false,
      now: now(),
    });
    return ok(undefined);
  });

/** The letter alone needs no mailer and no address. */
const letterAlone = { hasMailer: true, withoutAddress: 0, usesTables: false } as const;
