import type { ConsultationState, Role } from '@convite/domain';

/** What the pages of accounts show. */

/** Names of the controls that pages and routes share. */
export const accountFields = {
  email: 'email',
  password: 'password',
  code: 'code',
  passkey: 'passkey',
  back: 'back',
  name: 'name',
  spoken: 'spoken',
  how: 'how',
  role: 'role',
  territory: 'territory',
  grant: 'grant',
  reason: 'reason',
  decision: 'decision',
} as const;

/** A question that the script of the page puts to the browser. */
export interface PasskeyAsked {
  /** Options of Web Authentication as JSON. */
  readonly question: string;
  /** Address of the script; null where pages are drawn without one. */
  readonly script: string | null;
}

export interface SetUpView {
  /** Path of the link; its pages stand below it. */
  readonly path: string;
  readonly kind: 'first_administrator' | 'invitation' | 'recovery';
  /** Null until a first administrator said who they are. */
  readonly name: string | null;
  readonly needsCode: boolean;
}

export interface AppView {
  readonly path: string;
  /** Base 32, in groups. */
  readonly secret: string;
  /** Dark squares of the QR code, row by row. */
  readonly squares: readonly (readonly boolean[])[];
}

export interface ActLine {
  readonly href: string;
  readonly title: string;
  readonly proposer: string;
  readonly place: string;
  /** ISO instant. */
  readonly at: string;
  readonly state: 'proposed' | 'carried_out' | 'declined' | 'withdrawn';
}

export interface ActView extends ActLine {
  /** Whose hours the page tells. */
  readonly zone: string;
  readonly words: {
    readonly says: readonly string[];
    readonly facts: readonly { readonly name: string; readonly value: string }[];
    readonly href: string | null;
  } | null;
  readonly reason: string;
  readonly decided: { readonly by: string; readonly at: string } | null;
  /** What who looks may do. */
  readonly may: 'decide' | 'withdraw' | 'look';
}

export interface HeldRole {
  readonly id: string;
  readonly role: Role;
  /** Null: the whole installation. */
  readonly place: string | null;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Null for who does not need to know it. */
  readonly email: string | null;
  readonly state: 'active' | 'not_set_up' | 'closed';
  readonly roles: readonly HeldRole[];
}

export interface OwnAccountView {
  readonly name: string;
  readonly email: string;
  readonly hasPassword: boolean;
  readonly zone: string;
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly at: string }[];
}

/** What may wait for a person beside acts: each is done by one role. */
export type TaskKind =
  | 'no_room'
  | 'board_stopped'
  | 'no_options'
  | 'cost'
  | 'waiver'
  | 'approval'
  | 'stations'
  | 'order'
  | 'freeze'
  | 'roll_import'
  | 'roll_part'
  | 'no_voters'
  | 'roll_freeze'
  | 'no_election'
  | 'ceremony'
  | 'rehearsal'
  | 'open'
  | 'fault'
  | 'tally_part'
  | 'lots'
  | 'publish'
  | 'certify'
  | 'delay';

/** Something that waits in a consultation. */
export interface TaskLine {
  readonly kind: TaskKind;
  readonly count: number;
  readonly href: string;
  /** Its title. */
  readonly consultation: string;
}

export interface ConsultationLine {
  readonly slug: string;
  readonly title: string;
  readonly place: string;
  readonly status: ConsultationState;
  /** Contests of it in the territories of this person. */
  readonly contests: number;
}

/** What an installation lacks before its first consultation. */
export interface BeginningView {
  readonly hasTerritories: boolean;
  readonly roles: readonly { readonly role: Role; readonly missing: number }[];
}

export interface TasksView {
  /** Null once there is a consultation, and for whoever may not bring what is missing. */
  readonly beginning: BeginningView | null;
  readonly zone: string;
  readonly waiting: readonly ActLine[];
  readonly mine: readonly ActLine[];
  /** What waits beside acts, the newest consultation first. */
  readonly tasks: readonly TaskLine[];
  /** Where this person has a role. */
  readonly consultations: readonly ConsultationLine[];
  readonly roles: readonly HeldRole[];
}

export interface TrailLineView {
  readonly number: number;
  readonly at: string;
  readonly event: string;
  readonly actor: string | null;
  readonly place: string | null;
  readonly reason: string | null;
  readonly details: readonly (readonly [name: string, value: string])[];
  readonly isPublic: boolean;
}

export interface TrailView {
  /** Whose hours the page tells. */
  readonly zone: string;
  readonly lines: readonly TrailLineView[];
  /** Address of what came before; null at the end. */
  readonly older: string | null;
  /** Address of the newest; null when these are. */
  readonly newest: string | null;
}
