import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { archiveOf, recordBytes, recordsOf, testTimestamp, utf8 } from '../../board/archive.fixture.ts';
import { completeElections } from '../complete-election.fixture.ts';
import { archiveOfEvents, failedChecksOf } from '../tampered-archive.fixture.ts';
import {
  expectCutSeen,
  expectGhostsSeen,
  expectImpersonationSeen,
  expectOtherViewSeen,
  expectRaisedWeightSeen,
  expectSwindleSeen,
  swindles,
} from './beyond-one-file.fixture.ts';
import { largerElections } from './larger-elections.fixture.ts';

// In the elections of 50 ballots at one place, in the small ones at all.
const bases = [...Object.values(completeElections), ...(await largerElections(50))];
const weighted = bases.filter(({ plan }) => plan.shuffles === 0);

describe('what one file does not show is refused with an earlier archive', () => {
  const cases = bases.flatMap((base) => Object.entries(swindles).map(([name, swindle]) => ({ base, name, swindle })));

  it.each(cases)('$name: $base.title', ({ base, swindle }) => expectSwindleSeen(base, swindle));
  it.each(bases)('an archive that ends before an earlier one did, at any event: $title', expectCutSeen);
  it.each(bases)('another view of the same election, from any ballot on: $title', expectOtherViewSeen);

  it('another text of the election, or another list of voters, before anybody has voted', async () => {
    const base = completeElections.totals;
    const [setup] = base.events;
    invariant(setup?.type === 'Setup', 'an election begins with its setup');
    const earlier = archiveOfEvents([setup]);
    const other = utf8(base.electionText.replace('Farolas', 'Bancas'));
    const fewer: readonly string[] = JSON.parse(Buffer.from(setup.credentials).toString());
    const credentials = utf8(JSON.stringify(fewer.slice(1)));
    for (const changed of [
      { ...setup, election: other },
      { ...setup, credentials },
    ]) {
      expect(await failedChecksOf(archiveOfEvents([changed]))).toEqual([]);
      expect(await failedChecksOf(archiveOfEvents([changed]), { earlier })).toEqual(['earlier.extends']);
    }
  });

  it('another time of the whole archive', async () => {
    const { events } = completeElections.totals;
    const earlier = archiveOfEvents(events);
    const moved = recordsOf(earlier).map((record) => ({ ...record, timestamp: testTimestamp + 1 }));
    const header = utf8(`{"version":1,"timestamp":"${testTimestamp + 1}"}`);
    const later = archiveOf(moved, recordBytes({ kind: 'archive' }, header, testTimestamp + 1));
    expect(await failedChecksOf(later)).toEqual([]);
    expect(await failedChecksOf(later, { earlier })).toEqual(['earlier.extends']);
  });
});

/** What no archive shows, early or late: it is right by all rules, and only the roll says that it is not. */
describe('what only the roll shows changes a figure that the verifier names', () => {
  it.each(bases)('a ghost on the list that votes: $title', (base) => expectGhostsSeen(base, 1));
  it.each(bases)('several ghosts on the list that vote: $title', (base) => expectGhostsSeen(base, 3));
  it.each(weighted)('a weight raised before the vote: $title', expectRaisedWeightSeen);
  it.each(bases)('a vote in the name of somebody who abstains: $title', expectImpersonationSeen);
});
