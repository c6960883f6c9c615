import { readBallotList } from './board-reader.ts';

/** A ballot as people look for it. */
export interface CodeEntry {
  readonly tracker: string;
  /** Its number among the ballots of the board, from 1. */
  readonly number: number;
  /** Whether a later ballot of the same credential takes its place. */
  readonly isReplaced: boolean;
}

/** The ballots of boards by their codes, from the files alone. */
export interface CodeLists {
  /** All codes of a board of this size, in their order. */
  readonly of: (contest: string, size: number) => Promise<readonly CodeEntry[]>;
}

interface Known {
  size: number;
  readonly ballots: { readonly tracker: string; readonly credentialHash: string }[];
  readonly last: Map<string, number>;
  sorted: readonly CodeEntry[] | undefined;
}

/** Ballots kept in memory over all boards, some 200 bytes each; the board that was not asked for longest goes first. */
const mostKept = 500_000;

export function makeCodeLists(folderOf: (contest: string) => string): CodeLists {
  const kept = new Map<string, Known>();
  const reading = new Map<string, Promise<unknown>>();

  const grow = async (contest: string, size: number): Promise<Known> => {
    const known: Known = kept.get(contest) ?? { size: 0, ballots: [], last: new Map(), sorted: undefined };
    if (known.size < size) {
      for (const { tracker, credentialHash } of await readBallotList(folderOf(contest), known.size, size)) {
        known.last.set(credentialHash, known.ballots.length);
        known.ballots.push({ tracker, credentialHash });
        known.sorted = undefined;
      }
      known.size = size;
    }
    kept.delete(contest);
    kept.set(contest, known);
    let total = [...kept.values()].reduce((sum, { ballots }) => sum + ballots.length, 0);
    for (const [oldest, { ballots }] of kept) {
      if (total <= mostKept || oldest === contest) break;
      total -= ballots.length;
      kept.delete(oldest);
    }
    return known;
  };
  return {
    async of(contest, size) {
      // One after the other for a board, so that no line is read twice into the same list.
      const before = reading.get(contest) ?? Promise.resolve();
      const growing = before.then(() => grow(contest, size));
      const over = growing.then(
        () => undefined,
        () => undefined,
      );
      reading.set(contest, over);
      try {
        const known = await growing;
        return (known.sorted ??= sortedEntries(known));
      } finally {
        if (reading.get(contest) === over) reading.delete(contest);
      }
    },
  };
}

const sortedEntries = ({ ballots, last }: Known): readonly CodeEntry[] =>
  ballots
    .map(({ tracker, credentialHash }, i) => ({ tracker, number: i + 1, isReplaced: last.get(credentialHash) !== i }))
    .toSorted((a, b) => (a.tracker < b.tracker ? -1 : 1));
