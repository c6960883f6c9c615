import { describe, expect, it } from 'vitest';
import { hashOf } from '../../board/archive.fixture.ts';
import { ballotFaults } from './ballot-faults.fixture.ts';
import { boardFaults } from './board-faults.fixture.ts';
import { type Check, numberedChecks } from '../checks.ts';
import { completeElections } from '../complete-election.fixture.ts';
import { decryptionFaults } from './decryption-faults.fixture.ts';
import { tallyFaults } from './tally-faults.fixture.ts';
import type { Planted, SeededFault } from './seeded-fault.fixture.ts';
import { setupFaults } from './setup-faults.fixture.ts';
import { archiveOfEvents, failedChecksOf } from '../tampered-archive.fixture.ts';
import { voteFaults } from './vote-faults.fixture.ts';

const bases = Object.values(completeElections);
const faults: readonly SeededFault[] = [
  ...boardFaults,
  ...setupFaults,
  ...voteFaults,
  ...ballotFaults,
  ...tallyFaults,
  ...decryptionFaults,
];

/** The twins of many defects are the same file: each is verified once. */
const verdicts = new Map<string, readonly Check[]>();
async function verdictOf(archive: Uint8Array): Promise<readonly Check[]> {
  const hash = hashOf(archive);
  const known = verdicts.get(hash) ?? (await failedChecksOf(archive));
  verdicts.set(hash, known);
  return known;
}

/** Without the arithmetic core every archive takes forty times as long: then one place of each kind is enough. */
const isThin = process.env['CONVITE_ARITHMETIC'] === 'portable';

function planted(fault: SeededFault, isFaulty: boolean): readonly Planted[] {
  const found: Planted[] = [];
  for (const base of bases) {
    const here = fault.plant(base, (sound, faulty) => (isFaulty ? faulty : sound));
    found.push(...here.map(({ at, archive }) => ({ at: `${base.title}, ${at}`, archive })));
    if (isThin && found.length > 0) return found.slice(0, 1);
  }
  return found;
}

describe('an election without a defect', () => {
  it.each(bases)('is accepted: $title', async ({ events }) => {
    expect(await verdictOf(archiveOfEvents(events))).toEqual([]);
  });
});

const kinds = faults.map((fault) => ({ ...fault, number: numberedChecks[fault.check].number, fault }));

describe('a seeded fault is refused by the check that it is about, at every place, and its twin is accepted:', () => {
  it.each(kinds)('$number $check: $name', async ({ fault, check, also }) => {
    const found = planted(fault, true);
    expect(found.length).toBeGreaterThan(0);
    for (const { at, archive } of found) {
      const failed = await verdictOf(archive);
      expect(failed, at).toContain(check);
      expect([check, ...also], at).toEqual(expect.arrayContaining([...failed]));
    }
    for (const { at, archive } of planted(fault, false)) expect(await verdictOf(archive), `twin ${at}`).toEqual([]);
  });
});

describe('the seeded faults together', () => {
  it('are at least 100 kinds, and at least 2,000 archives that differ', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBeGreaterThanOrEqual(100);
    const archives = new Set(faults.flatMap((fault) => planted(fault, true).map(({ archive }) => hashOf(archive))));
    expect(archives.size).toBeGreaterThanOrEqual(isThin ? 100 : 2_000);
  });
});
