import type { ProtocolFault } from '@convite/crypto';
import type { ConsultationCheck, ConsultationStep, ManifestContest, Reason } from '@convite/archive';

/** Every sentence of `convite verify` on the archive of a consultation, in one language. */
export interface ConsultationWords {
  /** Options for the archive of one election were given. */
  readonly noCompanions: string;
  readonly accepted: (contests: number, checks: number) => string;
  readonly refused: (failures: number) => string;
  readonly unread: string;
  readonly part: (roots: string, whole: string) => string;
  readonly headings: Readonly<Record<'failures' | 'territories' | 'checks' | 'file' | 'meaning', string>>;
  readonly columns: Readonly<
    Record<'territory' | 'contests' | 'eligible' | 'ballots' | 'blank' | 'winners' | 'cost', string>
  >;
  readonly checkColumns: Readonly<Record<'check' | 'made' | 'result', string>>;
  readonly check: Readonly<Record<ConsultationCheck, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  /** How many contests are in a state, in a sentence of its own. */
  readonly inState: (state: ManifestContest['state'], contests: number) => string;
  readonly seed: (seed: string) => string;
  readonly holds: string;
  readonly fails: string;
  readonly notMade: string;
  /** What a page leaves out of a list. */
  readonly more: (more: number) => string;
  readonly labels: Readonly<Record<'manifest' | 'size' | 'checked', string>>;
  readonly seconds: (seconds: string) => string;
  readonly meaning: (accepted: boolean) => readonly string[];
  /** Of `--protocol`, and of the signature that is held against it. */
  readonly protocol: {
    readonly ofConsultation: string;
    readonly oneAnswer: string;
    readonly together: string;
    readonly refused: string;
    readonly fault: Readonly<Record<ProtocolFault | 'other_protocol', string>>;
    readonly signed: (software: string) => string;
  };
  readonly progress: Readonly<Record<ConsultationStep, (done: string, of: string) => string>>;
}
