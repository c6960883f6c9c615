import { ballotsHere, type BallotWorkers, type BoardBallot, type VerifierMachine } from '@convite/crypto';
import { type BallotPool, startBallotPool } from './ballot-pool.ts';
import { nodeSha256 } from './node-sha256.ts';
import { loadMachineSuite } from './suite.ts';

export interface MachineOptions {
  /** Threads for ballots; 0: none, all is done here. */
  readonly threads: number;
  /** An election of no more ballots than these starts no thread. */
  readonly fewBallots: number;
  readonly progress: VerifierMachine['progress'];
}

/** This machine for the verifier. */
export interface Machine extends VerifierMachine {
  /** Ends what still runs. */
  readonly close: () => Promise<void>;
}

export async function loadMachine({ threads, fewBallots, progress }: MachineOptions): Promise<Machine> {
  const suite = await loadMachineSuite();
  const pools: BallotPool[] = [];
  const onThreads = (electionText: string): BallotWorkers => {
    const pool = startBallotPool(electionText, threads);
    pools.push(pool);
    return pool;
  };
  return {
    suite,
    sha256: nodeSha256,
    progress,
    ballotWorkers: (electionText) =>
      threads === 0
        ? ballotsHere(suite, electionText)
        : hereWhileFew(
            fewBallots,
            () => ballotsHere(suite, electionText),
            () => onThreads(electionText),
          ),
    close: async () => void (await Promise.all(pools.map((pool) => pool.close()))),
  };
}

/** Workers that are chosen once it is known whether there are more than a few ballots: until then they are kept. */
function hereWhileFew(few: number, here: () => BallotWorkers, elsewhere: () => BallotWorkers): BallotWorkers {
  let kept: readonly BoardBallot[] = [];
  let chosen: BallotWorkers | undefined;
  return {
    verify: async (ballots) => {
      if (chosen !== undefined) return chosen.verify(ballots);
      kept = [...kept, ...ballots];
      if (kept.length <= few) return undefined;
      chosen = elsewhere();
      const waiting = kept;
      kept = [];
      return chosen.verify(waiting);
    },
    finish: async () => {
      if (chosen === undefined) {
        chosen = here();
        await chosen.verify(kept);
      }
      return chosen.finish();
    },
  };
}
