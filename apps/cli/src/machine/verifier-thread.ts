import type { BallotFindings, BoardBallot } from '@convite/crypto';
import { Worker } from 'node:worker_threads';
import type { ThreadAnswer, ThreadTask } from './ballot-jobs.ts';

/** A thread that verifies ballots. Tasks are done in the order in which they are given. */
export interface VerifierThread {
  /** Tasks that are given and not done. */
  readonly waiting: () => number;
  readonly verify: (ballots: readonly BoardBallot[]) => void;
  /** What it found in all ballots; pending for ever where the thread died. */
  readonly finish: () => Promise<BallotFindings>;
  readonly close: () => Promise<void>;
}

/** What a thread tells whoever started it. */
export interface ThreadListener {
  /** A task is done. */
  readonly done: () => void;
  /** The thread is dead. */
  readonly died: (fault: unknown) => void;
}

/** Starts a thread for one election. `script` is another one than ours in tests alone. */
export function startVerifierThread(
  electionText: string,
  { done, died }: ThreadListener,
  script = new URL('./ballot-thread.ts', import.meta.url),
): VerifierThread {
  // What a ballot leaves behind dies young: a small nursery keeps many threads small, and costs little.
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  const findings = Promise.withResolvers<BallotFindings>();
  let waiting = 0;
  const give = (task: ThreadTask): void => {
    waiting += 1;
    worker.postMessage(task);
  };
  worker.on('message', (answer: ThreadAnswer) => {
    waiting -= 1;
    if (answer.type === 'findings') findings.resolve(answer.findings);
    done();
  });
  worker.on('error', died);
  worker.on('messageerror', died);
  worker.on('exit', (code) => died(new Error(`the thread ended with ${code}`)));
  give({ type: 'begin', electionText });
  return {
    waiting: () => waiting,
    verify: (ballots) => give({ type: 'verify', ballots }),
    finish: () => {
      give({ type: 'finish' });
      return findings.promise;
    },
    close: async () => void (await worker.terminate()),
  };
}
