import { err, ok, type Result } from '@convite/kernel';
import type { ConsultationState } from './consultation-machine.ts';
import type { Instant } from './local-time.ts';

/** A time in which something may be done. The first instant belongs to it, the last does not: at `closesAt` it is over. */
export interface Window {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

/** When a consultation is open, and until when its result may be complained about. */
export interface Calendar {
  readonly voting: Window;
  /** From the closing on; exclusive. */
  readonly complaintsUntil: Instant | null;
}

export const isWithin = ({ opensAt, closesAt }: Window, now: Instant): boolean => opensAt <= now && now < closesAt;

export type CalendarProblem =
  | { readonly type: 'closes_before_it_opens' }
  | { readonly type: 'complaints_end_before_closing' }
  /** Rules are frozen before the vote opens. */
  | { readonly type: 'already_begun' };

/** What keeps a calendar from being used; all of it. */
export function calendarProblems(
  { voting: { opensAt, closesAt }, complaintsUntil }: Calendar,
  now: Instant,
): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (closesAt <= opensAt) problems.push({ type: 'closes_before_it_opens' });
  if (complaintsUntil !== null && complaintsUntil <= closesAt) problems.push({ type: 'complaints_end_before_closing' });
  if (opensAt <= now) problems.push({ type: 'already_begun' });
  return problems;
}

export type ExtensionRefusal =
  /** Only what is frozen and not yet closed can be extended; before freezing the calendar is simply written. */
  | { readonly type: 'not_now'; readonly state: ConsultationState }
  | { readonly type: 'already_closed' }
  /** Nobody's time is ever cut short. */
  | { readonly type: 'not_later' }
  | { readonly type: 'complaints_end_before_closing' };

/** The voting window with a later end, while it still runs. */
export function extended(
  { voting, complaintsUntil }: Calendar,
  closesAt: Instant,
  state: ConsultationState,
  now: Instant,
): Result<Window, ExtensionRefusal> {
  if (state !== 'frozen' && state !== 'open') return err({ type: 'not_now', state });
  if (now >= voting.closesAt) return err({ type: 'already_closed' });
  if (closesAt <= voting.closesAt) return err({ type: 'not_later' });
  if (complaintsUntil !== null && complaintsUntil <= closesAt) return err({ type: 'complaints_end_before_closing' });
  return ok({ opensAt: voting.opensAt, closesAt });
}
