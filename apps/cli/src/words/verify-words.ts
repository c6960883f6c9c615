import type { Check, ElectionState, VerificationStep } from '@convite/crypto';
import type { CheckGroup } from '../verify/check-groups.ts';

/** What is said of an election's progress, by both commands that read archives. */
export interface ArchiveWords {
  readonly notAnArchive: (path: string) => string;
  readonly changed: (path: string) => string;
  /** Where an election stands, in a sentence. */
  readonly stands: Readonly<Record<ElectionState, string>>;
  readonly bytes: (bytes: number) => string;
}

/** Every sentence of `convite verify`, in one language. */
export interface VerifyWords {
  /** The program or the machine failed, and the archive is not to blame. */
  readonly fault: (message: string) => string;
  readonly accepted: (checks: number) => string;
  readonly refused: (failed: number, checks: number) => string;
  readonly unread: string;
  readonly headings: Readonly<Record<'checks' | 'failures' | 'file' | 'meaning', string>>;
  readonly groups: Readonly<Record<CheckGroup, string>>;
  readonly columns: Readonly<Record<'check' | 'made' | 'result', string>>;
  /** The name of a check; `english` is the one of the published form. */
  readonly check: (check: Check, english: string) => string;
  readonly holds: string;
  readonly fails: (places: number) => string;
  readonly doesNotApply: string;
  /** A check of our own policy, when that was not asked for. */
  readonly notAsked: string;
  /** A check that was not made, in an archive that is refused. */
  readonly notMade: string;
  readonly place: (place: string) => string;
  /** What the verifier says of a failure, which it says in English. */
  readonly message: (english: string) => string;
  readonly more: (failures: number) => string;
  readonly labels: Readonly<
    Record<'sha256' | 'size' | 'events' | 'head' | 'election' | 'fingerprint' | 'earlier' | 'checked', string>
  >;
  readonly earlier: (path: string, holds: boolean) => string;
  readonly checkedBy: (backend: string | null, threads: number, seconds: string) => string;
  /** What the answer proves, and what it does not; `policy_only`: nothing fails but our own policy. */
  readonly meaning: (state: ElectionState | 'refused' | 'policy_only') => readonly string[];
  readonly progress: Readonly<Record<VerificationStep, (done: string, of: string) => string>>;
  readonly pace: (perSecond: string, left: string) => string;
  readonly megabytes: (bytes: number) => string;
  readonly duration: (seconds: number) => string;
}
