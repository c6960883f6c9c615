import { ballotsHere, type BallotWorkers, type VerifierMachine } from '@convite/crypto';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { type BallotPool, startBallotPool } from './ballot-pool.ts';
import { garbageCollection } from './garbage.ts';

export interface MachineOptions {
  /** Threads for ballots; 0: none, all is done here. */
  readonly threads: number;
  /** Milliseconds of ballots that are done here before threads are started: few ballots need none. */
  readonly patience: number;
  /** A clock, in milliseconds. */
  readonly now: () => number;
  readonly progress: VerifierMachine['progress'];
}

/** This machine for the verifier. */
export interface Machine extends VerifierMachine {
  /** Threads that were started so far. */
  readonly threadsStarted: () => number;
  /** Ends what still runs. */
  readonly close: () => Promise<void>;
}

export async function loadMachine({ threads, patience, now, progress }: MachineOptions): Promise<Machine> {
  const suite = await loadMachineSuite();
  const pools: BallotPool[] = [];
  const garbage = garbageCollection(now);
  const onThreads = (electionText: string): BallotWorkers => {
    // Before memory is needed at several places at once.
    garbage.now();
    const pool = startBallotPool(electionText, threads);
    pools.push(pool);
    return {
      verify: pool.verify,
      // A machine may verify thousands of elections, one after the other: the threads of each end with it.
      async finish() {
        const findings = await pool.finish();
        await pool.close();
        return findings;
      },
    };
  };
  return {
    suite,
    sha256: nodeSha256,
    progress(step, done, of) {
      garbage.nowAndThen();
      progress(step, done, of);
    },
    ballotWorkers: (electionText) => {
      const here = ballotsHere(suite, electionText);
      return threads === 0 ? here : hereFirst(here, () => onThreads(electionText), patience, now);
    },
    threadsStarted: () => pools.length * threads,
    close: async () => void (await Promise.all(pools.map((pool) => pool.close()))),
  };
}

/** Verifies ballots here while that takes no longer than the patience, and all others elsewhere. */
function hereFirst(
  here: BallotWorkers,
  startElsewhere: () => BallotWorkers,
  patience: number,
  now: () => number,
): BallotWorkers {
  let elsewhere: BallotWorkers | undefined;
  let spent = 0;
  return {
    verify: async (ballots) => {
      const start = now();
      let done = 0;
      while (elsewhere === undefined && done < ballots.length && spent + now() - start < patience) {
        await here.verify(ballots.slice(done, done + 1));
        done += 1;
      }
      spent += now() - start;
      if (done === ballots.length) return;
      elsewhere ??= startElsewhere();
      await elsewhere.verify(ballots.slice(done));
    },
    finish: async () => [...(await here.finish()), ...((await elsewhere?.finish()) ?? [])],
  };
}
