import {
  seededRandomness,
  simulateElection,
  type SimulationPlan,
  type SimulationStage,
  type Suite,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';

/** About how long a simulation takes and how large its archive becomes. */
export interface Estimate {
  readonly seconds: number;
  readonly bytes: number;
}

/** Voters of the trial. */
const few = 4;

/** Stages whose work and size grow with the ballots; in the others they stay. */
const growing: ReadonlySet<SimulationStage> = new Set(['credentials', 'ballots', 'shuffles', 'decryptions', 'result']);

/** Estimates a simulation by a trial with few voters. `now` gives milliseconds. */
export function estimate(suite: Suite, plan: SimulationPlan, now: () => number): Estimate {
  const trial = { ...plan, voters: few, revotes: 0 };
  const run = simulateElection(suite, trial, seededRandomness('estimate', suite.sha256));
  invariant(run.ok, 'a plan with fewer voters is not refused either');
  let [seconds, bytes, before] = [0, 0, now()];
  for (const step of run.value) {
    const time = now();
    const factor = growing.has(step.stage) ? (plan.voters + plan.revotes) / few : 1;
    seconds += (factor * (time - before)) / 1000;
    bytes += factor * (step.bytes?.length ?? 0);
    before = time;
  }
  return { seconds: Math.ceil(seconds), bytes: Math.ceil(bytes) };
}
