import type { BallotFindings, BallotWorkers, CheckFailure } from '@convite/crypto';
import { startVerifierThread, type VerifierThread } from './verifier-thread.ts';

/** A thread died: not the archive's fault, but the program's or the machine's. */
export class ThreadFault extends Error {}

/** Ballots verified on threads. */
export interface BallotPool extends BallotWorkers {
  /** Ends the threads, whatever they are at. */
  readonly close: () => Promise<void>;
}

/** Ballots of one job: few, so that no thread is left alone with many at the end. */
const ballotsOfJob = 8;

/** Jobs of a thread at a time: the one that it does, and the next, so that it need not wait for it. */
const jobsOfThread = 2;

/**
 * Verifies whole ballots on so many threads, each ballot on the one that is free first.
 *
 * Memory: at any time no more than `jobsOfThread` jobs of ballots a thread, and the batch that waits for room.
 * Hazards: both functions reject with `ThreadFault` once a thread died.
 */
export function startBallotPool(electionText: string, count: number, script?: URL): BallotPool {
  let news = Promise.withResolvers<void>();
  let fault: ThreadFault | undefined;
  const tell = (): void => {
    news.resolve();
    news = Promise.withResolvers();
  };
  const listener = {
    done: tell,
    died: (cause: unknown): void => {
      fault ??= new ThreadFault(cause instanceof Error ? cause.message : String(cause), { cause });
      tell();
    },
  };
  const threads = Array.from({ length: count }, () => startVerifierThread(electionText, listener, script));

  /** Waits until `ready` gives something, or a thread dies. */
  const until = async <T>(ready: () => T | undefined): Promise<T> => {
    for (;;) {
      if (fault !== undefined) throw fault;
      const found = ready();
      if (found !== undefined) return found;
      await news.promise;
    }
  };
  return {
    verify: async (ballots) => {
      for (let at = 0; at < ballots.length; at += ballotsOfJob) {
        const thread = await until(() => freest(threads));
        thread.verify(ballots.slice(at, at + ballotsOfJob));
      }
    },
    finish: async () => {
      const death = until<never>(() => undefined);
      return inBoardOrder(await Promise.race([Promise.all(threads.map((thread) => thread.finish())), death]));
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

/** The thread with the least to do, unless all have enough. */
function freest(threads: readonly VerifierThread[]): VerifierThread | undefined {
  const [first] = threads.toSorted((a, b) => a.waiting() - b.waiting());
  return first !== undefined && first.waiting() < jobsOfThread ? first : undefined;
}

/**
 * The failures of all threads as one alone would have met them, from the last ballot of the board to the first: which
 * ones are kept, of very many, must not hang on who was faster.
 */
function inBoardOrder(findings: readonly BallotFindings[]): readonly BallotFindings[] {
  const failures = findings.flatMap(({ checks }) => checks.failures).toSorted((a, b) => heightOf(b) - heightOf(a));
  return findings.map(({ checks, tally }, i) => ({ tally, checks: { ...checks, failures: i === 0 ? failures : [] } }));
}

/** The height of the event that a failure of a ballot names. */
const heightOf = ({ place }: CheckFailure): number => Number(/^event (\d+)/u.exec(place)?.[1] ?? -1);
