import { expect } from 'vitest';
import { hashOf } from '../../board/archive.fixture.ts';
import { type Check, numberedChecks } from '../checks.ts';
import type { CompleteElection } from '../complete-election.fixture.ts';
import { failedChecksOf } from '../tampered-archive.fixture.ts';
import { ballotFaults } from './ballot-faults.fixture.ts';
import { boardFaults } from './board-faults.fixture.ts';
import { decryptionFaults } from './decryption-faults.fixture.ts';
import type { Planted, SeededFault } from './seeded-fault.fixture.ts';
import { setupFaults } from './setup-faults.fixture.ts';
import { tallyFaults } from './tally-faults.fixture.ts';
import { voteFaults } from './vote-faults.fixture.ts';

const faults: readonly SeededFault[] = [
  ...boardFaults,
  ...setupFaults,
  ...voteFaults,
  ...ballotFaults,
  ...tallyFaults,
  ...decryptionFaults,
];

/** A kind of defect with its number in this list and the number of its check, for the name of a test. */
export interface FaultKind extends SeededFault {
  readonly kind: number;
  readonly number: number;
}

/** Every kind of defect that one file shows. */
export const faultKinds: readonly FaultKind[] = faults.map((fault, kind) => ({
  ...fault,
  kind,
  number: numberedChecks[fault.check].number,
}));

/** The archives of a kind of defect on these elections, or the twins of these: the same with the defect undone. */
export const plantedOn = (
  bases: readonly CompleteElection[],
  fault: SeededFault,
  which: 'faulty' | 'sound',
): readonly Planted[] =>
  bases.flatMap((base) =>
    fault
      .plant(base, (sound, faulty) => (which === 'faulty' ? faulty : sound))
      .map(({ at, archive }) => ({ at: `${base.title}, ${at}`, archive })),
  );

/** The one archive of a kind of defect on a large election: from kind to kind another of those that there are. */
export function onePlantedOn(base: CompleteElection, fault: FaultKind, which: 'faulty' | 'sound'): readonly Planted[] {
  const found = plantedOn([base], fault, which);
  const at = fault.kind % Math.max(1, found.length);
  return found.slice(at, at + 1);
}

/** The twins of many defects are the same file: each is verified once. */
const verdicts = new Map<string, readonly Check[]>();

export async function verdictOf(archive: Uint8Array): Promise<readonly Check[]> {
  const hash = hashOf(archive);
  const known = verdicts.get(hash) ?? (await failedChecksOf(archive));
  verdicts.set(hash, known);
  return known;
}

/** Holds archives to be refused by the check that their defect is about, and by no check that it is not about. */
export async function expectRefused({ check, also }: SeededFault, planted: readonly Planted[]): Promise<void> {
  for (const { at, archive } of planted) {
    const failed = await verdictOf(archive());
    expect(failed, at).toContain(check);
    expect([check, ...also], at).toEqual(expect.arrayContaining([...failed]));
  }
}

export async function expectAccepted(twins: readonly Planted[]): Promise<void> {
  for (const { at, archive } of twins) expect(await verdictOf(archive()), `twin ${at}`).toEqual([]);
}
