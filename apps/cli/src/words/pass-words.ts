import type { ContestRefusal, PackFault, RefusedContest } from '@convite/trustee';
import type { Lines } from './task-words.ts';

/** What `convite trustee pass` says. */
export interface PassWords {
  readonly begins: (work: {
    readonly title: string;
    readonly contests: number;
    readonly megabytes: string;
    readonly time: string;
  }) => string;
  readonly progress: (done: number, of: number) => string;
  /** Contests with so few ballots that a result may give somebody away. */
  readonly few: (ids: readonly string[]) => string;
  readonly ended: (end: {
    /** The answer file; undefined where nothing was made. */
    readonly path: string | undefined;
    readonly owner: number;
    readonly shuffles: number;
    readonly decryptions: number;
    /** How many of them were made before. */
    readonly again: number;
    readonly doneBefore: number;
    readonly refused: readonly RefusedContest[];
  }) => Lines;
  /** Why nothing was made for a contest. */
  readonly refusal: (refusal: ContestRefusal) => string;
  readonly fault: (fault: PackFault) => string;
}
