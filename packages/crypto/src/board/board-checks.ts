import { type CountedChecks, countedChecks, type FailureOf } from './counted-checks.ts';

/**
 * The checks made on container and chain of an archive, each an id that does not change.
 *
 * Together they are the rebuild of the archive: a file passes all of them exactly if writing its events again, from
 * their contents alone, gives its bytes.
 */
export const boardChecks = [
  /** The first record is `BELENIOS`, the only one of that name, and says version 1 and a timestamp in the one form. */
  'container.header',
  /** Records follow each other to the last byte; each header and each padding is, byte by byte, the one of the format. */
  'container.records',
  /** The content of each record has the SHA-256 that its name says. */
  'container.hashes',
  /** Each record carries the timestamp of the archive. */
  'container.timestamps',
  /** Each event is written in the one form; heights are 0, 1, 2, … */
  'chain.form',
  /** Each event names the SHA-256 of the one before as its parent, the first none. */
  'chain.links',
  /** The records before an event are those that it demands, in order, no other, and it names them. */
  'chain.payloads',
  /** The small records that tie contents to their event are written in the one form. */
  'chain.wrappers',
  /** The events follow each other as an election does. */
  'chain.order',
  /** The archive goes on from an earlier one, record by record. */
  'earlier.extends',
] as const;

export type BoardCheck = (typeof boardChecks)[number];

/** Where in an archive something is: what is known of it. */
export interface BoardPlace {
  /** In bytes from the start of the file. */
  readonly offset?: number;
  /** Name of the record. */
  readonly record?: string;
  /** Of the event, counted from 0 in the order of the file. */
  readonly height?: number;
}

export type BoardFailure = FailureOf<BoardCheck, BoardPlace>;

/** How often a check was made, and how often it failed. */
export interface CheckCount {
  readonly made: number;
  readonly failed: number;
}

export type CheckCounts = Readonly<Record<BoardCheck, CheckCount>>;

/** Takes down checks and failures while an archive is read. */
export interface CheckLog extends Pick<CountedChecks<BoardCheck, BoardPlace>, 'made' | 'failed'> {
  readonly counts: () => CheckCounts;
  /** In the order found; of each check the first thousand. */
  readonly failures: () => readonly BoardFailure[];
}

export function createCheckLog(): CheckLog {
  const { made, failed, totals } = countedChecks<BoardCheck, BoardPlace>(boardChecks);
  return {
    made,
    failed,
    counts() {
      const sofar = totals();
      const countOf = (check: BoardCheck): CheckCount => ({
        made: sofar.made[check] ?? 0,
        failed: sofar.failed[check] ?? 0,
      });
      return {
        'container.header': countOf('container.header'),
        'container.records': countOf('container.records'),
        'container.hashes': countOf('container.hashes'),
        'container.timestamps': countOf('container.timestamps'),
        'chain.form': countOf('chain.form'),
        'chain.links': countOf('chain.links'),
        'chain.payloads': countOf('chain.payloads'),
        'chain.wrappers': countOf('chain.wrappers'),
        'chain.order': countOf('chain.order'),
        'earlier.extends': countOf('earlier.extends'),
      };
    },
    failures: () => totals().failures,
  };
}
