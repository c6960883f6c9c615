import { describe, expect, it } from 'vitest';
import { archiveOfEvents, placesOf } from '../tampered-archive.fixture.ts';
import {
  expectAccepted,
  expectRefused,
  faultKinds,
  type FaultKind,
  onePlantedOn,
  verdictOf,
} from './all-faults.fixture.ts';
import { largerElections } from './larger-elections.fixture.ts';
import type { Planted } from './seeded-fault.fixture.ts';

const bases = await largerElections(50);

/** On each election that has a place for the defect one archive. */
const planted = (fault: FaultKind, which: 'faulty' | 'sound'): readonly Planted[] =>
  bases.flatMap((base) => onePlantedOn(base, fault, which));

describe('an election of 50 ballots', () => {
  it.each(bases)('is accepted without a defect: $title', async ({ events }) => {
    expect(placesOf(events, 'Ballot')).toHaveLength(50);
    expect(await verdictOf(archiveOfEvents(events))).toEqual([]);
  });

  it.each(faultKinds)('is refused by $number $check, and its twin accepted: $name', async (fault) => {
    const found = planted(fault, 'faulty');
    expect(found.length).toBeGreaterThan(0);
    await expectRefused(fault, found);
    await expectAccepted(planted(fault, 'sound'));
  });
});
