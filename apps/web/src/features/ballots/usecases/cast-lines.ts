import type { CastOutcome, CheckedBallot } from './record-ballots.ts';

/** A line of ballots for each contest: whoever comes while one transaction runs is recorded together in the next. */
export interface CastLines {
  readonly record: (contest: string, ballot: CheckedBallot) => Promise<CastOutcome>;
}

interface Waiting {
  readonly ballot: CheckedBallot;
  readonly resolve: (outcome: CastOutcome) => void;
  readonly reject: (fault: unknown) => void;
}

/** Ballots of one transaction, and transactions of different contests at a time: pages need connections too. */
const ballotsAtOnce = 64;
const linesAtOnce = 8;

/** @param recordBallots one transaction; what it throws reaches each of those whose ballots were in it. */
export function makeCastLines(
  recordBallots: (contest: string, ballots: readonly CheckedBallot[]) => Promise<readonly CastOutcome[]>,
): CastLines {
  const lines = new Map<string, Waiting[]>();
  const busy = new Set<string>();

  const go = (): void => {
    for (const [contest, line] of lines) {
      if (busy.size >= linesAtOnce) return;
      if (busy.has(contest)) continue;
      const batch = line.splice(0, ballotsAtOnce);
      // At the end of the map, so that no contest waits for ever behind a busy one.
      lines.delete(contest);
      if (line.length > 0) lines.set(contest, line);
      busy.add(contest);
      void recordBatch(contest, batch);
    }
  };
  const recordBatch = async (contest: string, batch: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await recordBallots(
        contest,
        batch.map(({ ballot }) => ballot),
      );
      for (const [i, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[i];
        if (outcome === undefined) reject(new Error('a ballot was left without an answer'));
        else resolve(outcome);
      }
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    } finally {
      busy.delete(contest);
      go();
    }
  };
  return {
    record: (contest, ballot) =>
      new Promise((resolve, reject) => {
        const line = lines.get(contest) ?? [];
        line.push({ ballot, resolve, reject });
        lines.set(contest, line);
        go();
      }),
  };
}
