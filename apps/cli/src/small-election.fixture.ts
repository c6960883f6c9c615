import { type Question, seededRandomness, simulateElection, type SimulationPlan } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from './machine/node-sha256.ts';
import { loadMachineSuite } from './machine/suite.ts';

const question: Question = {
  answers: ['Farolas', 'Bancos', 'Un árbol'],
  blank: true,
  min: 1,
  max: 2,
  question: '¿Qué obra primero?',
};

const street: SimulationPlan = {
  group: 'Ed25519',
  name: 'Asamblea de la calle Cedro',
  description: 'Farolas, bancos y un árbol',
  questions: [question],
  voters: 4,
  revotes: 1,
  mostWeight: 1n,
  credentialForm: 'long',
  trustees: [{ kind: 'single' }, { kind: 'threshold', threshold: 2, size: 3 }],
  shuffles: 0,
  until: 'result',
  timestamp: 1_795_220_101,
};

const suite = await loadMachineSuite();

/** The archive of a small election, the same for the same plan; each element is what one step of it wrote. */
export function smallArchive(change: Partial<SimulationPlan> = {}): Uint8Array {
  const run = simulateElection(suite, { ...street, ...change }, seededRandomness('cedro', nodeSha256.sha256));
  invariant(run.ok, 'the plan of a test is not refused');
  return Buffer.concat([...run.value].flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes])));
}
