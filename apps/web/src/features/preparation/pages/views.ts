import type { ConsultationState, OrderedContest, PlacedUploadProblem } from '@convite/domain';

/** What is ordered for one contest. */
export type OrderLine = OrderedContest;

/** How far the preparation of a consultation is. */
export interface PreparationView {
  readonly slug: string;
  readonly title: string;
  readonly status: ConsultationState;
  readonly contests: number;
  readonly setUp: number;
  readonly roll: { readonly version: number; readonly entries: number } | null;
  readonly trustees: {
    readonly hash: string;
    readonly trustees: number;
    readonly threshold: number;
    readonly waiver: string | null;
  } | null;
  readonly order: {
    readonly hash: string;
    readonly contests: number;
    readonly credentials: number;
    readonly spares: number;
    readonly percent: number;
    readonly minimum: number;
  } | null;
  readonly upload: {
    readonly status: 'reading' | 'setting_up' | 'set_up' | 'refused';
    readonly hash: string;
    /** Of reading, in thousandths. */
    readonly progress: number;
    readonly done: number;
    readonly contests: number;
    readonly refusal: { readonly territory: string; readonly check: string; readonly place: string } | null;
    /** What is wrong with the file; none listed: it could not be read. */
    readonly problems: readonly PlacedUploadProblem[] | null;
  } | null;
}
