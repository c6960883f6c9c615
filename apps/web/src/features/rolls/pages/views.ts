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

/** A territory inside that of the consultation, whose people are brought by themselves. */
export interface PartHead {
  readonly id: string;
  readonly name: string;
}

/** Bringing a file: for the whole, or for a part. */
export interface BringView {
  readonly head: RollHead;
  readonly part: PartHead | null;
}

/** A file on its way. */
export interface WaitingRow {
  readonly id: string;
  readonly sourceName: string;
  readonly partName: string;
}

export interface RollView {
  readonly head: RollHead;
  /** Null before anything was said of who may vote. */
  readonly eligibility: Eligibility | null;
  readonly people: number;
  readonly frozen: { readonly at: string; readonly count: number; readonly commitment: string } | null;
  /** Files on their way. */
  readonly waiting: readonly WaitingRow[];
  /** How many parts are brought by themselves, and of how many somebody is on the roll. */
  readonly parts: { readonly all: number; readonly peopled: number };
  /** Its freezing can still be taken back. */
  readonly mayUnfreeze: boolean;
  readonly versions: readonly VersionRow[];
}

/** What whoever keeps one part of a roll sees of it. */
export interface PartView {
  readonly head: RollHead;
  readonly part: PartHead;
  readonly eligibility: Eligibility | null;
  /** Of this part. */
  readonly people: number;
  readonly frozenAt: string | null;
  readonly waiting: readonly WaitingRow[];
  readonly versions: readonly VersionRow[];
}

/** The parts of a roll, a page of them. */
export interface PartsView {
  readonly head: RollHead;
  readonly parts: readonly (PartHead & {
    readonly people: number;
    /** Of the newest file that was applied for it alone. */
    readonly at: string | null;
    readonly by: string | null;
    /** The file that is on its way for it. */
    readonly waiting: string | null;
  })[];
  readonly all: number;
  readonly peopled: number;
  readonly page: number;
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
  /** The id of the territory whose people it replaces; null: of the whole. */
  readonly part: string | null;
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
  /** How many people the roll had then; null for who keeps a part of it. */
  readonly total: number | null;
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

export const partsPerPage = 50;
/** So many versions of a roll are shown. */
export const listedVersions = 100;

export const rollAddress = ({ slug }: Pick<RollHead, 'slug'>): string => `/org/c/${slug}/roll`;
export const partAddress = (head: Pick<RollHead, 'slug'>, part: string): string => `${rollAddress(head)}/parts/${part}`;
export const importAddress = (head: Pick<RollHead, 'slug'>, id: string): string => `${rollAddress(head)}/imports/${id}`;

/** A version with its moment as a page has it. */
export const versionRow = (version: Omit<VersionRow, 'createdAt'> & { readonly createdAt: Date }): VersionRow => ({
  ...version,
  createdAt: version.createdAt.toISOString(),
});
