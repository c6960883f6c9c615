import {
  createCheckRecord,
  type SimulationPlan,
  seededRandomness,
  simulateElection,
  splitRecords,
  verifyTrustees,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { describe, expect, it } from 'vitest';
import { listedTrustees, neededTrustees } from './needed-trustees.ts';

const plan: SimulationPlan = {
  ...{ group: 'Ed25519', name: 'Obras', description: '', voters: 1, revotes: 0, mostWeight: 1n, timestamp: 1 },
  ...{ credentialForm: 'long', shuffles: 0, until: 'ballots' },
  questions: [{ answers: ['Sí', 'No'], blank: false, min: 1, max: 1, question: '¿Sí?' }],
  trustees: [{ kind: 'single' }, { kind: 'threshold', threshold: 2, size: 3 }, { kind: 'single' }],
};

describe('a list of trustees', () => {
  it('is read with the numbers and names that its verification gives, and tells how many must decrypt', async () => {
    const suite = await loadMachineSuite();
    const run = simulateElection(suite, plan, seededRandomness('trustees', nodeSha256.sha256));
    invariant(run.ok, 'the plan of a test is not refused');
    const pieces: Uint8Array[] = [];
    for (let step = run.value.next(); step.done !== true; step = run.value.next()) {
      if (step.value.bytes !== undefined) pieces.push(step.value.bytes);
    }
    const records = splitRecords(Uint8Array.from(Buffer.concat(pieces)).subarray(1024));
    const texts = records.map(({ content }) => Buffer.from(content).toString());
    const list = texts.find((text) => text.startsWith('[["')) ?? '';
    const verified = verifyTrustees(suite.group('Ed25519'), list, createCheckRecord());
    expect(verified?.trustees).toHaveLength(5);
    expect(listedTrustees(list)).toEqual(verified?.trustees.map(({ owner, name = '' }) => ({ owner, name })));
    expect(neededTrustees(list)).toBe(4);
  });
});
