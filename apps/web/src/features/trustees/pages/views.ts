import type { CeremonyState, CeremonyStep, NextStep } from '@convite/domain';

/** Who holds a key, or is to hold one. */
export interface TrusteeRow {
  /** Number in the list of trustees, from 1. */
  readonly place: number;
  readonly name: string;
  readonly brought: readonly CeremonyStep[];
  /** The last day, as YYYY-MM-DD, for which they decrypted a test ballot. */
  readonly rehearsedOn: string | null;
}

/** What is next for whoever looks at the page. */
export interface YourPart {
  readonly place: number;
  readonly name: string;
  readonly next: NextStep;
}

/** What the page of the trustees shows. */
export interface TrusteesView {
  readonly slug: string;
  readonly title: string;
  readonly ceremony: {
    readonly state: CeremonyState;
    readonly group: string;
    readonly size: number;
    readonly threshold: number;
    readonly waiver: string | null;
    /** The empty folder into which what was handed in so far is unpacked; with `.zip`, the name of that file. */
    readonly folder: string;
  } | null;
  readonly list: {
    readonly hash: string;
    readonly waiver: string | null;
    /** Made by the ceremony on this site. */
    readonly isOurs: boolean;
  } | null;
  readonly rows: readonly TrusteeRow[];
  /** The last day whose test ballot enough of them opened together. */
  readonly opened: string | null;
  /** Null for whoever holds no key. */
  readonly yours: YourPart | null;
  /** Who may be asked to hold a key; null where no ceremony can be begun. */
  readonly candidates: readonly { readonly account: string; readonly name: string }[] | null;
  readonly mayBeVoid: boolean;
  readonly hasMessages: boolean;
}

/** What everybody sees of it. */
export interface PublicTrusteesView {
  readonly slug: string;
  readonly title: string;
  readonly hash: string;
  readonly waiver: string | null;
  readonly threshold: number;
  readonly rows: readonly TrusteeRow[];
  readonly opened: string | null;
}
