import type { Sha256Maker } from '../primitives/sha256.ts';
import type { Suite } from '../v1/election/election.ts';
import type { BallotWorkers } from './ballots-pass.ts';

/** What the verifier needs from the machine that it runs on. */
export interface VerifierMachine {
  readonly suite: Suite;
  readonly sha256: Sha256Maker;
  /** Workers for the ballots of the election of this text. */
  readonly ballotWorkers: (electionText: string) => BallotWorkers;
  readonly progress: (step: VerificationStep, done: number, of: number) => void;
}

/** What the verifier is at; the amounts of `archive` are bytes, of `ballots` ballots, else steps. */
export type VerificationStep = 'archive' | 'credentials' | 'ballots' | 'shuffles' | 'decryptions';
