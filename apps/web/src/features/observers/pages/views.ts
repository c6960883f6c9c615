import type { ConsultationState } from '@convite/domain';

/** The programs that run on the devices of others. */
export type ProgramName = 'booth' | 'booth_worker' | 'trustee_page' | 'registrar_page';

/** A program as this server hands it out. */
export interface ServedProgram {
  readonly name: ProgramName;
  readonly path: string;
  /** `sha384-…` */
  readonly integrity: string;
}

/** What there is to check, in the order of a vote's life. */
export const stepNames = [
  ...(['rules', 'roll', 'trustees', 'credentials', 'rehearsals', 'programs', 'boards', 'trail', 'closing'] as const),
  ...(['opening', 'lots', 'result'] as const),
] as const;
export type StepName = (typeof stepNames)[number];

/** Since when something can be checked, or what it waits for. */
export type When =
  | { readonly is: 'published'; readonly at: string | null }
  /** It comes to be; the moment is that of the calendar, where the calendar tells. */
  | { readonly is: 'awaited'; readonly at: string | null }
  /** Nothing came that asks for it. */
  | { readonly is: 'not_needed' }
  /** The consultation was annulled before. */
  | { readonly is: 'never' };

/** Something that is told about a step; the page names it. */
export type Fact = { readonly name: FactName } & (
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'part'; readonly count: number; readonly of: number }
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'bytes'; readonly bytes: number }
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'text'; readonly text: string }
);
export type FactName =
  | 'people'
  | 'version'
  | 'commitment'
  | 'additions'
  | 'trustees'
  | 'threshold'
  | 'messages'
  | 'waiver'
  | 'rehearsed'
  | 'openedOn'
  | 'credentials'
  | 'spares'
  | 'orderHash'
  | 'uploadHash'
  | 'boards'
  | 'votes'
  | 'boardKey'
  | 'closesAt'
  | 'ended'
  | 'opened'
  | 'withheld'
  | 'annulled'
  | 'waitingForLots'
  | 'seed'
  | 'sha256'
  | 'manifest'
  | 'size';

/** A file or a page where it is looked at. */
export interface FileLink {
  readonly name: FileName;
  readonly href: string;
  /** Of which of several it is: the name of a template. */
  readonly of: string | null;
  /** SHA-256 that its bytes must have, where it is known. */
  readonly sha256: string | null;
}
export type FileName =
  | 'rulesPage'
  | 'ruleFile'
  | 'trusteesPage'
  | 'trusteesFile'
  | 'boardsPage'
  | 'boardsTable'
  | 'boardsAddresses'
  | 'trailPage'
  | 'trailFile'
  | 'lotsPage'
  | 'resultPage'
  | 'archive';

export interface Step {
  readonly name: StepName;
  readonly when: When;
  readonly facts: readonly Fact[];
  readonly files: readonly FileLink[];
  /** Commands to be typed, one by one. */
  readonly commands: readonly string[];
}

/** A program with what the public trail says of it. */
export interface ProgramView extends ServedProgram {
  /** Fingerprints that were handed out before this one since the consultation began, the first first. */
  readonly earlier: readonly { readonly integrity: string; readonly from: string }[];
  /** Since when this one is; null where the trail does not know it. */
  readonly since: string | null;
  /** It took the place of another while people voted. */
  readonly changedWhileOpen: boolean;
}

/** The page of a consultation for whoever believes nobody. */
export interface ObserveView {
  readonly slug: string;
  readonly title: string;
  readonly zone: string;
  readonly status: ConsultationState;
  readonly complaintsUntil: string | null;
  readonly programs: readonly ProgramView[];
  /** In the order of `stepNames`. */
  readonly steps: readonly Step[];
}
