import type { ContestToCount, Finding, Manifest } from '@convite/archive';
import type { Processes } from '../../../jobs/processes.ts';

/** A contest to be counted, with its files. */
export interface CountOne {
  readonly contest: ContestToCount;
  /** Canonical bytes of the frozen rule. */
  readonly rule: string;
  /** Path of archive.bel. */
  readonly archive: string;
  readonly side: string | undefined;
}

/** Contests of one consultation, counted one after the other. */
export interface CountTask {
  readonly type: 'count';
  readonly contests: readonly CountOne[];
  readonly currency: string;
  readonly decimals: number;
  /** The public seed, where one is drawn. */
  readonly seed: Manifest['lots'];
}

export type ResultsTask = CountTask;

/** How many contests are done. */
export interface ResultsNote {
  readonly done: number;
}

/** What a count gave: an outcome in the bytes that are published, or what kept it from being counted. */
export type CountAnswer =
  | {
      readonly contest: string;
      readonly type: 'counted';
      readonly status: 'complete' | 'lots_required';
      readonly outcome: string;
      readonly lots: string | undefined;
    }
  | { readonly contest: string; readonly type: 'refused'; readonly findings: readonly Finding[] };

export type ResultsAnswer = { readonly type: 'counted'; readonly contests: readonly CountAnswer[] };

export type ResultsProcesses = Processes<ResultsTask, ResultsNote, ResultsAnswer>;
