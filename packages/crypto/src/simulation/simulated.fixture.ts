import { invariant } from '@convite/kernel';
import { bytesSource } from '../board/archive-source.ts';
import { joined, nodeSha256 } from '../board/archive.fixture.ts';
import { testMachine, testSuite } from '../verify/machine.fixture.ts';
import { verifyArchive } from '../verify/verify-archive.ts';
import type { PrivateRecord } from './private-record.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { simulateElection, type SimulatedElection } from './simulate-election.ts';
import type { SimulationPlan } from './simulation-plan.ts';

/** The street assembly, small enough to be run often. */
export const smallPlan: SimulationPlan = {
  group: 'Ed25519',
  name: 'Asamblea de la calle Cedro',
  description: 'Farolas, bancos y un árbol',
  questions: [{ answers: ['Farolas', 'Bancos'], blank: true, min: 1, max: 2, question: '¿Qué obra primero?' }],
  voters: 3,
  revotes: 1,
  mostWeight: 1n,
  credentialForm: 'long',
  trustees: [{ kind: 'single' }],
  shuffles: 0,
  until: 'result',
  timestamp: 1_795_220_101,
};

export interface Simulated {
  readonly archive: Uint8Array;
  readonly secrets: readonly PrivateRecord[];
  readonly outcome: SimulatedElection;
}

/** Runs a whole simulation in memory. */
export function simulated(plan: SimulationPlan, seed: string): Simulated {
  const run = simulateElection(testSuite, plan, seededRandomness(seed, nodeSha256));
  invariant(run.ok, 'the plan is not refused');
  const parts: Uint8Array[] = [];
  const secrets: PrivateRecord[] = [];
  for (;;) {
    const step = run.value.next();
    if (step.done === true) return { archive: joined(...parts), secrets, outcome: step.value };
    if (step.value.bytes !== undefined) parts.push(step.value.bytes);
    secrets.push(...step.value.secrets);
  }
}

/** The answer of our verifier and, of each failure, check and place; with our own policy where a side file is given. */
export async function verdict(archive: Uint8Array, strict?: { readonly side: string | undefined }) {
  const options = strict === undefined ? {} : { isStrict: true, side: strict.side };
  const { answer, state, checks } = await verifyArchive(testMachine, bytesSource(archive), options);
  return { answer, state, failures: checks.failures.map(({ check, place }) => `${check} at ${place}`) };
}
