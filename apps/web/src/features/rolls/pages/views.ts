import type { Eligibility, ProofType, RollProblem } from '@convite/domain';

/** The consultation that a page is about. */
export interface RollHead {
  readonly slug: string;
  readonly title: string;
  readonly territoryName: string;
}

/** Of a roll what everybody may read. */
export interface AskedRoll {
  readonly head: RollHead;
  /** Null before anything was said of who may vote. */
  readonly eligibility: Eligibility | null;
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
  /** Its freezing can still be taken back. */
  readonly mayUnfreeze: boolean;
  readonly versions: readonly VersionRow[];
}

export interface UnfreezeView {
  readonly head: RollHead;
  /** The act in which it is proposed already. */
  readonly waiting: string | null;
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
  /** All of them are still kept. */
  readonly hasTable: boolean;
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

/** Asking that a roll be frozen; what became of the last time, where that is to be known. */
export interface FreezeView {
  readonly head: RollHead;
  readonly became: 'outdated' | 'failed' | null;
}

/** A roll on its way to the proposal that it be frozen. */
export interface FreezingView {
  readonly head: RollHead;
  readonly state: 'committing' | 'ready';
  /** In thousandths. */
  readonly progress: number;
  readonly version: number;
  readonly people: number;
  readonly reason: string;
  readonly askedBy: string;
  readonly commitment: string | null;
  /** For whoever asked, and nobody else. */
  readonly salt: string | null;
  /** Why it was not proposed just now. */
  readonly refusal: FreezeRefusalType | null;
}

/** Why a roll is not proposed to be frozen, as its pages explain it. */
export type FreezeRefusalType =
  | 'no_rule'
  | 'frozen'
  | 'nobody'
  | 'import_waits'
  | 'changed_since'
  | 'already_proposed'
  | 'not_allowed'
  | 'not_ready'
  | 'reason_missing';

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
