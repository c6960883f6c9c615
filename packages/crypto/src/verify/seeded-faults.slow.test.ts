import { describe, expect, it } from 'vitest';
import { expectAccepted, expectRefused, faultKinds, onePlantedOn, verdictOf } from './faults/all-faults.fixture.ts';
import {
  expectCutSeen,
  expectGhostsSeen,
  expectImpersonationSeen,
  expectOtherViewSeen,
  expectRaisedWeightSeen,
  expectSwindleSeen,
  swindles,
} from './faults/beyond-one-file.fixture.ts';
import { largerElections } from './faults/larger-elections.fixture.ts';
import { archiveOfEvents, placesOf } from './tampered-archive.fixture.ts';

const bases = await largerElections(5_000);
const [approvals, points, ranking] = bases;

describe('an election of 5,000 ballots', () => {
  it.each(bases)('is accepted without a defect: $title', async ({ events }) => {
    expect(placesOf(events, 'Ballot')).toHaveLength(5_000);
    expect(await verdictOf(archiveOfEvents(events))).toEqual([]);
  });

  // Seconds for every archive: each kind on one of the three elections that have a place for it, in turn.
  it.each(faultKinds)('is refused by $number $check, and its twin accepted: $name', async (fault) => {
    const turn = fault.kind % bases.length;
    for (const base of [...bases.slice(turn), ...bases.slice(0, turn)]) {
      const found = onePlantedOn(base, fault, 'faulty');
      if (found.length === 0) continue;
      await expectRefused(fault, found);
      await expectAccepted(onePlantedOn(base, fault, 'sound'));
      return;
    }
    expect.fail('no election has a place for this defect');
  });
});

describe('what one archive of 5,000 ballots does not show', () => {
  const cases = Object.entries(swindles).map(([name, swindle], i) => ({
    name,
    swindle,
    base: bases[i % bases.length],
  }));
  it.each(cases)('is refused with an earlier one: $name, $base.title', ({ base, swindle }) =>
    expectSwindleSeen(base ?? approvals, swindle),
  );
  it('is refused with an earlier one: it ends before that did', () => expectCutSeen(points));
  it('is refused with an earlier one: another view of the same election', () => expectOtherViewSeen(ranking));
  it('changes a figure of the roll: ghosts on the list that vote', () => expectGhostsSeen(points, 3));
  it('changes a figure of the roll: a weight raised', () => expectRaisedWeightSeen(approvals));
  it('changes a figure of the roll: a vote in the name of somebody who abstains', () =>
    expectImpersonationSeen(ranking));
});
