import type { EventType, GroupName } from '@convite/crypto';

/** Every sentence of `convite inspect`, in one language. Names from the archive come printable. */
export interface InspectWords {
  /** Container or chain do not hold: what there is cannot be shown as an election. */
  readonly broken: (path: string, failures: number, verifyCommand: string) => string;
  readonly unreadable: (path: string, place: string, verifyCommand: string) => string;
  readonly notVerified: (verifyCommand: string) => string;
  readonly labels: Readonly<
    Record<
      | 'election'
      | 'fingerprint'
      | 'group'
      | 'archive'
      | 'policy'
      | 'rules'
      | 'administrator'
      | 'credentialAuthority'
      | 'sha256',
      string
    >
  >;
  readonly group: Readonly<Record<GroupName, string>>;
  readonly otherGroup: (name: string) => string;
  readonly archiveMade: (utc: string) => string;
  readonly policy: (version: number) => string;
  readonly noPolicy: string;
  readonly noRules: string;
  /** What may come next, by type; empty: nothing. */
  readonly next: (types: readonly EventType[]) => string;
  readonly headings: Readonly<Record<'questions' | 'trustees' | 'voters' | 'events', string>>;
  readonly limits: (min: number, max: number, answers: number, blank: boolean) => string;
  readonly mixed: (ints: number) => string;
  readonly layout: Readonly<Record<'approvals' | 'ranking' | 'points', (options: number, most: number) => string>>;
  readonly blank: string;
  readonly published: string;
  readonly decryptedBallots: (ballots: number) => string;
  /** Said above the list of trustees: how many there are, in how many entries. */
  readonly allMust: (trustees: number, entries: number) => string;
  readonly mandatory: string;
  readonly threshold: (needed: number, of: number) => string;
  readonly unnamed: string;
  readonly hasShuffled: string;
  readonly hasDecrypted: string;
  readonly credentials: (credentials: number, weight: string) => string;
  readonly ballots: (ballots: number, credentials: number, revotes: number) => string;
  readonly counted: (ballots: number, weight: string) => string;
  readonly event: Readonly<Record<EventType, string>>;
  readonly byTrustee: (owner: number) => string;
  readonly columns: Readonly<Record<'height' | 'event' | 'hash', string>>;
  readonly leftOut: (events: number) => string;
}
