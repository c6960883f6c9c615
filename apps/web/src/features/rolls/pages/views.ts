import type { Eligibility, ProofType, RollProblem } from '@convite/domain';

/** The consultation that a page is about. */
export interface RollHead {
  readonly slug: string;
  readonly title: string;
  readonly territoryName: string;
}

/** Who looks at a page of staff. */
export interface Staff {
  readonly name: string;
}

export interface VersionRow {
  readonly version: number;
  readonly kind: 'import' | 'addition';
  readonly part: string | null;
  /** The day, as an ISO instant. */
  readonly createdAt: string;
  readonly createdBy: string;
  readonly agreedBy: string | null;
  readonly sourceName: string | null;
  readonly sourceHash: string | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly total: number;
  readonly reason: string | null;
}

export interface RollView {
  readonly head: RollHead;
  /** Null before anything was said of who may vote. */
  readonly eligibility: Eligibility | null;
  readonly people: number;
  readonly frozen: { readonly at: string; readonly count: number; readonly commitment: string } | null;
  /** A file on its way. */
  readonly waiting: { readonly id: string; readonly sourceName: string } | null;
  readonly versions: readonly VersionRow[];
}

export type ImportState = 'queued' | 'reading' | 'ready' | 'applying' | 'applied' | 'refused' | 'withdrawn';

export interface ImportView {
  readonly head: RollHead;
  readonly id: string;
  readonly state: ImportState;
  readonly sourceName: string;
  readonly partName: string;
  /** In thousandths. */
  readonly progress: number;
  readonly ignored: readonly string[];
  readonly difference: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly same: number;
  } | null;
  readonly problems: readonly RollProblem[];
  readonly problemCount: number;
}

export interface VersionView {
  readonly head: RollHead;
  readonly version: VersionRow;
  readonly changes: readonly {
    readonly change: 'added' | 'removed' | 'changed';
    readonly name: string;
    readonly birthDate: string;
    readonly territory: string;
    readonly before: string | null;
  }[];
}

/** What is shown once, after freezing was proposed. */
export interface SaltView {
  readonly head: RollHead;
  readonly version: number;
  readonly count: number;
  readonly commitment: string;
  readonly salt: string;
}

export type AnswerView =
  | { readonly type: 'not_confirmed' }
  | {
      readonly type: 'on_roll';
      readonly proof: ProofType;
      readonly contests: readonly { readonly id: string; readonly name: string }[];
    }
  | { readonly type: 'taken_off'; readonly version: number };

/** So many people of a version are shown. */
export const listedPeople = 200;

export const dateChoices = ['dmy', 'ymd', 'mdy'] as const;
export const proofChoices = [
  'identity_document',
  'utility_bill',
  'school_or_clinic_card',
  'two_neighbours',
  'communal_register',
  'membership',
] as const satisfies readonly ProofType[];

export const rollAddress = ({ slug }: Pick<RollHead, 'slug'>): string => `/org/c/${slug}/roll`;
