import type { ConsultationState } from './consultation-machine.ts';
import type { Calendar } from './calendar.ts';
import type { Instant } from './local-time.ts';

/** What a contest may still need before anyone can vote in it. */
export const contestNeeds = ['no_options', 'cost', 'no_voters', 'approval', 'waiver', 'no_election'] as const;
export type ContestNeed = (typeof contestNeeds)[number];

/** What must be known of a consultation before its vote is opened. */
export interface OpeningFacts {
  readonly state: ConsultationState;
  readonly calendar: Calendar;
  readonly now: Instant;
  /** Contests that are not annulled. */
  readonly contests: number;
  /** In how many of them something is missing, by what. */
  readonly needs: readonly { readonly need: ContestNeed; readonly contests: number }[];
  readonly isRollFrozen: boolean;
  /** How many hold the key, and how many of them have decrypted a test ballot with it; null where nobody holds one yet. */
  readonly trustees: { readonly all: number; readonly rehearsed: number } | null;
  /** Settings of the database with which a power cut would lose ballots whose receipt was shown. */
  readonly unsafeSettings: readonly string[];
  /** A code by e-mail is asked for, and letters by e-mail cannot be sent. */
  readonly lacksMailer: boolean;
}

export type OpeningProblem =
  | { readonly type: 'not_now'; readonly state: ConsultationState }
  | { readonly type: 'already_over' }
  | { readonly type: 'no_contests' }
  /** They are completed, or annulled: whoever is on the roll finds a ballot paper or a public reason. */
  | { readonly type: 'contests'; readonly need: ContestNeed; readonly contests: number }
  | { readonly type: 'roll_not_frozen' | 'no_trustees' | 'no_mailer' }
  /** Whoever cannot decrypt a test ballot today will not decrypt the result. */
  | { readonly type: 'not_rehearsed'; readonly trustees: number }
  | { readonly type: 'unsafe_database'; readonly settings: readonly string[] };

/** Everything that keeps a vote from being opened; empty when it can be. Votes are taken from the calendar's opening on. */
export function openingProblems(facts: OpeningFacts): readonly OpeningProblem[] {
  const { state, calendar, now, contests, needs, isRollFrozen, trustees, unsafeSettings, lacksMailer } = facts;
  const problems: OpeningProblem[] = [];
  if (state !== 'frozen') problems.push({ type: 'not_now', state });
  if (now >= calendar.voting.closesAt) problems.push({ type: 'already_over' });
  if (contests === 0) problems.push({ type: 'no_contests' });
  problems.push(...needs.filter((one) => one.contests > 0).map((one) => ({ type: 'contests', ...one }) as const));
  if (!isRollFrozen) problems.push({ type: 'roll_not_frozen' });
  if (trustees === null) problems.push({ type: 'no_trustees' });
  else if (trustees.rehearsed < trustees.all) {
    problems.push({ type: 'not_rehearsed', trustees: trustees.all - trustees.rehearsed });
  }
  if (unsafeSettings.length > 0) problems.push({ type: 'unsafe_database', settings: unsafeSettings });
  if (lacksMailer) problems.push({ type: 'no_mailer' });
  return problems;
}

export type ClosingProblem =
  | { readonly type: 'not_now'; readonly state: ConsultationState }
  /** Nobody's time is ever cut short. */
  | { readonly type: 'not_over' };

/**
 * What keeps a vote from being closed: it must be open, and its time over. In a demo it may be closed before, for the time
 * that is cut short there is nobody's.
 */
export function closingProblem(
  { state, calendar, isDemo }: Pick<OpeningFacts, 'state' | 'calendar'> & { readonly isDemo: boolean },
  now: Instant,
): ClosingProblem | undefined {
  if (state !== 'open') return { type: 'not_now', state };
  const { opensAt, closesAt } = calendar.voting;
  return now >= closesAt || (isDemo && now > opensAt) ? undefined : { type: 'not_over' };
}
