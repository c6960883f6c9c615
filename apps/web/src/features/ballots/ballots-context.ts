import type { Pace } from '../../http/pace.ts';
import type { Database } from '../../persistence/database.ts';
import type { BoardFiles } from './board/board-files.ts';
import type { ProofThreads } from './proofs/proof-threads.ts';

/** What the use cases of ballots work with. */
export interface BallotsContext {
  readonly database: Database;
  readonly proofs: ProofThreads;
  /** The same on threads of their own, for what takes long: nobody who votes elsewhere waits for a count or a set-up. */
  readonly tallyProofs: ProofThreads;
  readonly boards: BoardFiles;
  readonly now: () => Date;
  /** Where a code by e-mail is asked for beside the letter. */
  readonly secondFactor: SecondFactor;
}

/** What codes and admissions are made with. */
export interface SecondFactor {
  /** Keys that stand outside the database. */
  readonly admissionKey: Uint8Array;
  readonly codeKey: Uint8Array;
  readonly peopleKey: Uint8Array;
  readonly random: (bytes: number) => Uint8Array;
  /** How many letters to one address one network asks for: in memory alone, for nothing stored tells of networks. */
  readonly lettersPace: Pace;
  /** Sends a code to an address. A mailer that is away throws: it is tried again. */
  readonly sendCode: (letter: CodeLetter) => Promise<void>;
  /** Whether the mailer takes letters: asked of itself, never about an address. */
  readonly mailerAnswers: () => Promise<boolean>;
}

/** A code on its way. */
export interface CodeLetter {
  readonly address: string;
  readonly code: string;
  /** The language of the person on the roll; undefined where the roll does not say. */
  readonly language: string | undefined;
}
