import type { NewEvent } from '../board/archive-writer.ts';
import type { Randomness } from '../primitives/randomness.ts';
import type { SimulatedCredentials } from './simulated-credentials.ts';
import type { SimulatedTrustees } from './simulated-trustees.ts';
import type { SimulationPlan } from './simulation-plan.ts';

/** All that the parts of a simulation share. */
export interface Simulation {
  readonly plan: SimulationPlan;
  readonly trustees: SimulatedTrustees;
  readonly credentials: SimulatedCredentials;
  /** Writes an event and gives its bytes. */
  readonly append: (event: NewEvent) => Uint8Array;
  /** SHA-256 of the last event written. */
  readonly head: () => string;
  readonly random: Randomness;
}
