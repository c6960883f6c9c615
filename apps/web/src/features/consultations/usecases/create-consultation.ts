import { type Calendar, type CalendarProblem, calendarProblems, consultationMachine } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import { putConsultation, setCalendar } from '../store.ts';
import { putEnvelopes } from '../store-envelopes.ts';
import type { LanguageMap } from '../stored-forms.ts';
import { inDraft, type NotDraft } from './hold-draft.ts';

/** What an organiser says to begin with. */
export interface NewConsultation {
  readonly territory: string;
  readonly slug: string;
  readonly title: LanguageMap;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly calendar: Calendar;
  readonly currency: string;
  readonly decimals: number;
  /** Everything that there is to spend, in minor units; `null` where no money is divided. */
  readonly whole: bigint | null;
}

export type CreateRefusal =
  | { readonly type: 'slug_taken' }
  | { readonly type: 'calendar'; readonly problem: CalendarProblem };

/** These would hide pages of the site. */
const reservedSlugs: ReadonlySet<string> = new Set(['new']);

/** Makes a consultation in its first state, with the envelope of the whole. */
export async function createConsultation(
  { database, now, newId, isDemo }: ConsultationsContext,
  { whole, ...consultation }: NewConsultation,
  by: string,
): Promise<Result<string, CreateRefusal>> {
  const at = now();
  const [problem] = calendarProblems(consultation.calendar, at.getTime());
  if (problem !== undefined) return err({ type: 'calendar', problem });
  if (reservedSlugs.has(consultation.slug)) return err({ type: 'slug_taken' });
  const id = newId();
  return await inRefusableTransaction<string, CreateRefusal>(database, async (tx) => {
    const record = { ...consultation, id, status: consultationMachine.first, isDemo };
    if (!(await putConsultation(tx, record, at))) return err({ type: 'slug_taken' });
    if (whole !== null) {
      const name = consultation.title;
      await putEnvelopes(tx, id, [{ id: newId(), parent: null, territory: record.territory, name, amount: whole }]);
    }
    await appendAudit(tx, {
      event: 'consultation.write',
      subject: id,
      actor: by,
      territory: record.territory,
      details: { created: consultation.slug },
      isPublic: false,
      now: at,
    });
    return ok(id);
  });
}

/** Writes the calendar of a consultation that is not frozen. */
export async function writeCalendar(
  context: ConsultationsContext,
  id: string,
  { calendar, zone }: { readonly calendar: Calendar; readonly zone: string },
  by: string,
): Promise<Result<undefined, NotDraft | Extract<CreateRefusal, { type: 'calendar' }>>> {
  const at = context.now();
  const [problem] = calendarProblems(calendar, at.getTime());
  if (problem !== undefined) return err({ type: 'calendar', problem });
  return await inDraft(context, id, async (tx, { territory }) => {
    await setCalendar(tx, id, calendar, zone);
    await appendAudit(tx, {
      event: 'consultation.write',
      subject: id,
      actor: by,
      territory,
      details: { calendar, zone },
      isPublic: false,
      now: at,
    });
    return ok(undefined);
  });
}
