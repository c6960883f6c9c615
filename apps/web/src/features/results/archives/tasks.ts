import type { ContestToCount, Finding, Manifest, TerritoryTotals } from '@convite/archive';
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
  /** The draw of the order of options, where there was one. */
  readonly order: Manifest['order'];
}

/** Paths of the files of a contest that goes into an archive. */
export interface ContestFiles {
  readonly contest: ContestToCount;
  readonly archive: string | undefined;
  readonly side: string | undefined;
  readonly outcome: string | undefined;
  readonly lots: string | undefined;
}

/** All that the archive of a consultation is made from. */
export interface MakeTask extends Pick<Manifest, 'consultation' | 'lots' | 'order' | 'territories'> {
  readonly type: 'make';
  /** Canonical bytes of the frozen rules. */
  readonly rules: readonly string[];
  readonly contests: readonly ContestFiles[];
  /** Path of the file that is written; nothing stands there. */
  readonly out: string;
}

/** A share of a verification: every so many contests, and in the first share what is of the whole as well. */
export interface VerifyTask {
  readonly type: 'verify';
  readonly path: string;
  readonly share: number;
  readonly of: number;
  /** `searchWork` of a contest up to which it is found here what would have changed it; of others it is told. */
  readonly mostSearchWork: number;
  /** Path of the file that takes what pages show of each contest of this share. */
  readonly reports: string;
}

/** Puts together what the shares of a verification found, as the index of the archive. */
export interface IndexTask {
  readonly type: 'index';
  readonly path: string;
  /** What the archive is, by its bytes: its protocol names it so. */
  readonly made: WrittenFile;
  /** What the shares wrote, and what they added up by territory, in their order. */
  readonly reports: readonly string[];
  readonly territories: readonly (readonly TerritoryTotals[])[];
  /** Paths of the files that are written. */
  readonly outReports: string;
  readonly outIndex: string;
  readonly outProtocol: string;
}

/** The archive of a part of the territory tree, made out of the whole. */
export interface PartTask {
  readonly type: 'part';
  readonly path: string;
  readonly root: string;
  readonly out: string;
}

/** Looks for what would have changed the outcome of a large contest, and goes on where another search ended. */
export interface SwitchesTask {
  readonly type: 'switches';
  readonly path: string;
  readonly contest: string;
  readonly key: string;
  /** The file of the answers, and what of it was recorded: what stands behind is written anew, or all if it is another. */
  readonly out: string;
  readonly begun: WrittenFile;
}

export type ResultsTask = CountTask | MakeTask | VerifyTask | IndexTask | PartTask | SwitchesTask;

/** How many contests are done; of a search how many options, and what the file has with them. */
export interface ResultsNote {
  readonly done: number;
  readonly found?: WrittenFile;
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

/** What a file is, by its bytes. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

export type ResultsAnswer =
  | { readonly type: 'counted'; readonly contests: readonly CountAnswer[] }
  | ({ readonly type: 'made' } & WrittenFile)
  | {
      readonly type: 'verified';
      readonly answer: 'accepted' | 'refused' | 'not_an_archive';
      readonly manifestHash: string | undefined;
      readonly findings: readonly Finding[];
      readonly territories: readonly TerritoryTotals[];
      /** Contests of this share for which what would have changed them is looked for afterwards. */
      readonly later: readonly { readonly contest: string; readonly key: string; readonly options: number }[];
    }
  /** Every option is answered; or the archive has the contest no more as it was asked for. */
  | { readonly type: 'searched' | 'other_contest' }
  /** The disk is full. */
  | { readonly type: 'no_room' }
  | { readonly type: 'indexed'; readonly indexHash: string };

export type ResultsProcesses = Processes<ResultsTask, ResultsNote, ResultsAnswer>;
