import type { ElectionState, PackedLayout, WordLanguage } from '@convite/crypto';
import type { CheckedCodes, MadeConsultation } from '@convite/registrar';
import type { PublishedSummary } from '../registrar/published-summary.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { AwaitedTask } from '../trustee/awaited-task.ts';

/** A page of lines; those that begin with two spaces are commands and tables, which are not wrapped. */
export type Lines = readonly (string | { readonly type: 'title' | 'answer' | 'refusal'; readonly text: string })[];

/** What all offline tools say, in one language. */
export interface TasksWords {
  readonly refusal: (refusal: TaskRefusal) => string;
  /** The program or the machine failed, and nobody else is to blame. */
  readonly fault: (message: string) => string;
  readonly openToOthers: (path: string) => string;
  readonly checkingFirst: (size: string) => string;
}

/** What `convite registrar` says. */
export interface RegistrarWords {
  readonly made: (made: {
    readonly out: string;
    readonly summary: PublishedSummary;
    readonly files: Readonly<Record<'published' | 'summary' | 'list' | 'slips', string>>;
  }) => Lines;
  readonly checked: (checked: {
    readonly folder: string;
    readonly summary: PublishedSummary;
    readonly inArchive: string | undefined;
  }) => Lines;
  readonly consultationMade: (made: {
    readonly out: string;
    readonly made: MadeConsultation;
    readonly pages: number;
    readonly files: Readonly<Record<'upload' | 'summary' | 'list', string>>;
  }) => Lines;
  readonly codesChecked: (checked: {
    readonly checked: CheckedCodes;
    readonly isOrderSame: boolean;
    readonly archive: string | undefined;
  }) => Lines;
  readonly replaced: (made: {
    readonly out: string;
    readonly files: Readonly<Record<'form' | 'letter', string>>;
    readonly spare: string;
    readonly left: number;
    readonly isLost: boolean;
  }) => Lines;
  readonly slips: {
    readonly title: string;
    readonly warning: string;
    readonly heading: string;
    readonly spare: (number: string) => string;
    readonly code: string;
    readonly weight: (weight: string) => string;
    readonly advice: readonly string[];
  };
}

/** A trustee of a list. */
interface ListedTrustee {
  readonly owner: number;
  readonly name: string;
}

/** What `convite trustee` says. */
export interface TrusteeWords {
  readonly keyMade: (made: { readonly own: string; readonly published: string; readonly fingerprint: string }) => Lines;
  readonly oddThreshold: (threshold: number, size: number) => string;
  readonly certified: (made: {
    readonly path: string;
    readonly secret: string;
    readonly folder: string;
    readonly size: number;
  }) => Lines;
  readonly dealt: (made: {
    readonly path: string;
    readonly folder: string;
    readonly key: string;
    readonly hash: string;
    readonly names: readonly string[];
  }) => Lines;
  readonly shared: (made: {
    readonly path: string;
    readonly key: string;
    readonly secret: string;
    readonly folder: string;
    readonly transcript: string;
    readonly names: readonly string[];
  }) => Lines;
  readonly assembled: (made: {
    readonly out: string;
    readonly group: string;
    readonly members: readonly ListedTrustee[];
    readonly sha256: string;
    readonly transcript: string | undefined;
  }) => Lines;
  readonly rehearsed: (made: { readonly owner: number; readonly path: string; readonly trustees: string }) => Lines;
  readonly rehearsals: (found: {
    readonly members: readonly (ListedTrustee & { readonly date: string | undefined })[];
    readonly isComplete: boolean;
    readonly canDecrypt: boolean;
  }) => Lines;
  /** The sheet to be printed and locked away. */
  readonly paper: (sheet: {
    readonly name: string;
    readonly key: string;
    readonly rows: readonly (readonly string[])[];
  }) => string;
  readonly oneMedium: string;
  readonly backedUp: (made: {
    readonly copies: readonly string[];
    readonly paper: string;
    readonly language: WordLanguage;
  }) => Lines;
  readonly typeWords: string;
  readonly restored: (made: { readonly out: string; readonly name: string }) => Lines;
  readonly status: (status: {
    readonly path: string;
    readonly name: string;
    readonly kind: 'single' | 'member';
    readonly group: string;
    readonly publicKey: string;
    /** The number in the list that was given. */
    readonly inList: number | 'absent' | undefined;
    readonly election:
      | {
          readonly archive: string;
          readonly name: string;
          readonly state: ElectionState;
          readonly owner: number | undefined;
          readonly awaited: AwaitedTask;
          readonly record: string | undefined;
        }
      | undefined;
  }) => Lines;
  readonly shuffling: (ciphertexts: number, duration: string) => string;
  readonly shuffled: (made: { readonly path: string; readonly archive: string; readonly ciphertexts: number }) => Lines;
  readonly fewBallots: (ballots: number, areWhole: boolean) => string;
  readonly decrypting: (ciphertexts: number, duration: string) => string;
  readonly decrypted: (made: {
    readonly path: string;
    readonly archive: string;
    readonly record: string;
    readonly isAgain: boolean;
  }) => Lines;
}

/** What `convite ballot` says. */
export interface BallotWords {
  readonly askCredential: string;
  readonly askTotals: (min: number, max: number, hasBlank: boolean) => string;
  readonly askNumbers: (count: number) => string;
  readonly askLayout: (layout: PackedLayout) => string;
  readonly askAgain: string;
  readonly sealed: (made: { readonly out: string; readonly tracker: string; readonly shown: string }) => Lines;
  readonly tracker: (found: { readonly tracker: string; readonly shown: string; readonly election: string }) => Lines;
  readonly found: (found: {
    readonly tracker: string;
    readonly shown: string;
    readonly position: number;
    readonly ballots: number;
    readonly height: number;
    readonly head: string;
    /** Of the last ballot of the same credential, where that is a later one. */
    readonly laterTracker: string | undefined;
    readonly isOpen: boolean;
  }) => Lines;
}

/** What `convite board` says. */
export interface BoardWords {
  readonly electionMade: (made: {
    readonly out: string;
    readonly uuid: string;
    readonly fingerprint: string;
    readonly shown: string;
  }) => Lines;
  readonly opened: (made: { readonly out: string; readonly name: string }) => Lines;
  /** The machine had stopped between archive and side file. */
  readonly settled: (side: string) => string;
  readonly added: (made: {
    readonly archive: string;
    readonly files: readonly string[];
    readonly side: string | undefined;
  }) => Lines;
  readonly stepped: (made: {
    readonly step: 'close' | 'end_shuffles' | 'result';
    readonly archive: string;
    readonly hasMixed: boolean;
    readonly isStrict: boolean;
  }) => Lines;
}
