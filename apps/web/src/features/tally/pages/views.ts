import type { ConsultationState } from '@convite/domain';

/** Where a contest stands between the end of its vote and its opening; what somebody must look at comes first. */
export type TallyStage = 'fault' | 'preparing' | 'shuffle' | 'decrypt' | 'voting' | 'opened' | 'withheld' | 'annulled';

/** In the order of the page: exceptions, then what waits, then what is done. */
export const tallyStages: readonly TallyStage[] = [
  ...(['fault', 'preparing', 'shuffle', 'decrypt', 'voting', 'opened', 'withheld', 'annulled'] as const),
];

/** The first check that a board, or what a trustee brought, fails. */
export interface FailureView {
  readonly check: string;
  readonly place: string;
  readonly message: string;
}

export interface TallyLine {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly template: string;
  readonly stage: TallyStage;
  /** Its election is set up: there is a board to look at. */
  readonly hasBoard: boolean;
  /** Ballots that count; null before the encrypted tally. */
  readonly counted: number | null;
  /** Whole ballots are shuffled; totals are not. */
  readonly isShuffled: boolean;
  readonly shuffles: number;
  readonly decryptions: number;
  readonly failure: FailureView | null;
}

/** A trustee: the name of the list, and how much this one has done and can do now. */
export interface TrusteeLine {
  readonly owner: number;
  readonly name: string;
  readonly shuffles: number;
  readonly decryptions: number;
  /** Contests that wait for something that this one has not done. */
  readonly waiting: number;
}

export const itemOutcomes = ['taken', 'known', 'stale', 'not_needed', 'unknown', 'refused'] as const;
export type ItemOutcomeView = (typeof itemOutcomes)[number];

export interface AnswerLine {
  readonly id: string;
  readonly owner: number;
  readonly at: string;
  readonly contests: number;
  /** How many were looked at. */
  readonly done: number;
  readonly isDone: boolean;
  readonly counts: Readonly<Partial<Record<ItemOutcomeView, number>>>;
}

export interface TallyQuery {
  readonly stage: TallyStage | undefined;
  readonly page: number;
}

/** What the page shows whose contests are being opened. */
export interface TallyView {
  readonly slug: string;
  readonly title: string;
  readonly status: ConsultationState;
  readonly closesAt: string;
  readonly zone: string;
  readonly contests: number;
  readonly stages: readonly { readonly stage: TallyStage; readonly contests: number }[];
  readonly trustees: readonly TrusteeLine[];
  /** How many of them decrypt together. */
  readonly threshold: number;
  /** The place of whoever looks: null where the account has none; undefined where places are not bound to accounts. */
  readonly own: number | null | undefined;
  readonly query: TallyQuery;
  readonly lines: readonly TallyLine[];
  readonly total: number;
  readonly perPage: number;
  readonly answers: readonly AnswerLine[];
}

/** What became of what a trustee brought. */
export interface AnswerView {
  readonly slug: string;
  readonly title: string;
  readonly answer: AnswerLine;
  /** Contests that were not taken, and why. */
  readonly left: readonly {
    readonly contest: string;
    readonly name: string | null;
    readonly kind: 'shuffle' | 'decryption';
    readonly outcome: ItemOutcomeView;
    readonly failure: FailureView | null;
  }[];
}
