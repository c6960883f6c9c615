import { describe, expect, it } from 'vitest';
import { hashOf } from '../../board/archive.fixture.ts';
import { completeElections } from '../complete-election.fixture.ts';
import { archiveOfEvents } from '../tampered-archive.fixture.ts';
import { expectAccepted, expectRefused, faultKinds, plantedOn, verdictOf } from './all-faults.fixture.ts';
import type { Planted, SeededFault } from './seeded-fault.fixture.ts';

const bases = Object.values(completeElections);

/** Without the arithmetic core every archive takes forty times as long: then one place of each kind is enough. */
const isThin = process.env['CONVITE_ARITHMETIC'] === 'portable';

const planted = (fault: SeededFault, which: 'faulty' | 'sound'): readonly Planted[] =>
  plantedOn(bases, fault, which).slice(0, isThin ? 1 : undefined);

describe('an election without a defect', () => {
  it.each(bases)('is accepted: $title', async ({ events }) => {
    expect(await verdictOf(archiveOfEvents(events))).toEqual([]);
  });
});

describe('a seeded fault is refused by the check that it is about, at every place, and its twin is accepted:', () => {
  it.each(faultKinds)('$number $check: $name', async (fault) => {
    const found = planted(fault, 'faulty');
    expect(found.length).toBeGreaterThan(0);
    await expectRefused(fault, found);
    await expectAccepted(planted(fault, 'sound'));
  });
});

describe('the seeded faults together', () => {
  it('are at least 100 kinds, and at least 2,000 archives that differ', () => {
    expect(new Set(faultKinds.map(({ name }) => name)).size).toBeGreaterThanOrEqual(100);
    const archives = new Set(
      faultKinds.flatMap((fault) => planted(fault, 'faulty').map(({ archive }) => hashOf(archive()))),
    );
    expect(archives.size).toBeGreaterThanOrEqual(isThin ? 100 : 2_000);
  });
});
