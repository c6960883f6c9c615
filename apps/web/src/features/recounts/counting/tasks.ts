import type { BallotKind, CountRefusal, RuleSet, ToldSwitches } from '@convite/counting';
import type { ComparedCount, LineProblem, ProjectView, ResultView, RuleChoice } from '../pages/views.ts';

/** What was changed before counting. Ids ascending, each once; the budget as the file writes money. */
export interface ElectionChanges {
  readonly budget: string | null;
  readonly without: readonly string[];
}
export const unchanged: ElectionChanges = { budget: null, without: [] };

/** What is known of a file without counting it. */
export interface FileFacts {
  readonly kind: BallotKind;
  readonly projects: number;
  readonly ballots: number;
  readonly title: string;
  readonly place: string | null;
  /** The rule that it declares; null where it declares none that is known. */
  readonly declared: RuleSet | null;
}

/** Bytes at hand, or in a file: what is large is not copied from process to process. */
export type Content = Uint8Array | { readonly path: string };

/** A file as it is stored. */
export interface StoredFile {
  readonly hash: string;
  readonly size: number;
  /** Its bytes in one Zstandard frame. */
  readonly compressed: Content;
}

/** What the pages say of a count beyond its report. */
export interface CountDetails {
  readonly compared: ComparedCount | null;
  readonly preference: ResultView['preference'];
  readonly official: ResultView['official'];
  readonly rules: readonly RuleChoice[];
  /** The file of ballots that goes with this result, without what the file says about voters. */
  readonly ballotsFile: { readonly bytes: number; readonly sha256: string };
}

/** How the supporters of each project fared, by its id. */
export type Supporters = Readonly<Record<string, ProjectView['supporters']>>;

export type ReadTask = {
  readonly type: 'read';
  readonly content: Content;
  /** Path of the file that takes the compressed bytes; undefined: they come with the answer. */
  readonly compressTo: string | undefined;
};
export type CountTask = {
  readonly type: 'count';
  readonly file: StoredFile;
  readonly ruleSet: RuleSet;
  readonly changes: ElectionChanges;
};
export type SwitchesTask = Omit<CountTask, 'type'> & {
  readonly type: 'switches';
  readonly projects: readonly string[];
};
export type BallotsTask = Omit<CountTask, 'type' | 'ruleSet'> & { readonly type: 'ballots' };

/** Work for a process. */
export type CountingTask = ReadTask | CountTask | SwitchesTask | BallotsTask;

/** Why a stored file could not be counted as asked. */
export type RecountRefusal =
  | CountRefusal
  | { readonly type: 'unknown_project'; readonly id: string; readonly where: 'changes' }
  | { readonly type: 'unreadable' };

/** Signs of life while a process works. */
export type CountingNote =
  | { readonly type: 'stage'; readonly stage: 'reading' | 'counting' }
  | { readonly type: 'switches'; readonly project: string; readonly switches: ToldSwitches };

/** What a file that was brought has wrong. */
export interface Unreadable {
  readonly type: 'unreadable';
  readonly problems: readonly LineProblem[];
  /** How many more were found than are told. */
  readonly more: number;
  readonly notText: boolean;
}

/** What comes back, by the type of the task. */
export type CountingAnswer =
  | {
      readonly type: 'read';
      readonly hash: string;
      readonly size: number;
      readonly facts: FileFacts;
      /** Undefined where they are in the file that the task names. */
      readonly compressed: Uint8Array | undefined;
    }
  | Unreadable
  | { readonly type: 'counted'; readonly report: string; readonly details: string; readonly supporters: string }
  | { readonly type: 'refused'; readonly refusal: RecountRefusal }
  | { readonly type: 'switches_found' }
  | { readonly type: 'ballots'; readonly bytes: Uint8Array };
