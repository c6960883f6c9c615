import type { ConsultationState, Role } from '@convite/domain';

/** A code that whoever tries the demo may vote with. */
export interface OfferedCode {
  readonly name: string;
  readonly code: string;
  /** Contests whose papers it opens; the first is where it leads. */
  readonly contests: readonly string[];
}

/** Somebody of the staff, whose part anybody takes with one press. */
export interface OfferedPart {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The consultation that whoever tries the demo takes to its end. */
export interface DemoGuide {
  readonly slug: string;
  readonly title: string;
  readonly status: ConsultationState;
  /** Ballots of visitors: those beyond the ones of the invented people. Whose they are, nobody knows. */
  readonly visitors: number;
  /** The act of the next step that one guarantor has proposed, and that waits for the other. */
  readonly waiting: string | null;
  /** How many keys have done their part in every contest, and how many are needed. */
  readonly opened: number;
  readonly needed: number;
  /** A tie waits for lots. */
  readonly isTied: boolean;
  /** Every contest is counted, so that the result can be published. */
  readonly isCounted: boolean;
  readonly codes: readonly OfferedCode[];
  readonly parts: readonly OfferedPart[];
  /** Who keeps the keys; each file is called by its number from 1. */
  readonly keepers: readonly string[];
  /** The vote that visitors finished before this one. */
  readonly before: { readonly slug: string; readonly title: string } | null;
}

/** What the first page of a demo shows. */
export interface DemoView {
  /** The demo itself, or another vote, visitors having finished the one before. */
  readonly making: 'demo' | 'next_vote';
  /** What the making failed of, when it is not tried again by itself. */
  readonly fault: string | null;
  readonly done: number;
  readonly steps: number;
  /** Undefined until the vote is open. */
  readonly guide: DemoGuide | undefined;
}

/** Where a press on a part leads, as its form says it. */
export const demoFields = { to: 'to' } as const;
