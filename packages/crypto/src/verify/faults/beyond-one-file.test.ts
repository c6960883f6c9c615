import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { archiveOf, recordBytes, recordsOf, TIMESTAMP, utf8 } from '../../board/archive.fixture.ts';
import { bytesSource } from '../../board/archive-source.ts';
import { randomScalar } from '../../primitives/randomness.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { writeCredentialList } from '../../v1/credentials/credential-list.ts';
import { type CompleteElection, completeElections, onElection } from '../complete-election.fixture.ts';
import { testMachine } from '../machine.fixture.ts';
import {
  archiveOfEvents,
  type Events,
  failedChecksOf,
  placesOf,
  swapped,
  textIn,
  without,
} from '../tampered-archive.fixture.ts';
import { verifyArchive } from '../verify-archive.ts';
import { amountsOf, countedAnew, lastBallots, tallyOf } from './attackers.fixture.ts';
import { ballotEvent, castBy, lastIn, lastOfSame, supersededIn } from './cast-ballots.fixture.ts';
import { voteOf } from './dishonest-count.fixture.ts';

const bases = Object.values(completeElections);

/** The whole count made anew, as honest trustees do who see this vote alone. */
function countedHonestly(base: CompleteElection, vote: Events): Events {
  return onElection(base, (election) => {
    const counted = lastBallots(base, vote);
    return [...vote, ...countedAnew(base, election, tallyOf(election, counted), amountsOf(counted))];
  });
}

type Swindle = (base: CompleteElection) => readonly Events[];

/** What a server can do before the count so that the file it publishes is, by itself, an honest one. */
const swindles: Readonly<Record<string, Swindle>> = {
  'a ballot suppressed before the count': (base) => {
    const vote = voteOf(base.events);
    return lastIn(vote).map((at) => without(vote, at));
  },
  'a revote suppressed, so that the ballot before it counts': (base) => {
    const vote = voteOf(base.events);
    return supersededIn(vote).map((at) => without(vote, lastOfSame(vote, at)));
  },
  'a replaced ballot left out': (base) => {
    const vote = voteOf(base.events);
    return supersededIn(vote).map((at) => without(vote, at));
  },
  'a vote and its revote in each other’s place': (base) => {
    const vote = voteOf(base.events);
    return supersededIn(vote).map((at) => swapped(vote, at, lastOfSame(vote, at)));
  },
  'ballots of two voters in each other’s place': (base) => {
    const vote = voteOf(base.events);
    const [first = 0, second = 0] = lastIn(vote);
    return [swapped(vote, first, second)];
  },
  'a ballot put before others, in the name of somebody who has voted': (base) => {
    const vote = voteOf(base.events);
    return onElection(base, (election) =>
      base.voters.map((voter, i) => vote.toSpliced(1, 0, ballotEvent(castBy(election, voter, `before ${i}`)))),
    );
  },
};

describe('what one file does not show is refused with an earlier archive', () => {
  const cases = bases.flatMap((base) => Object.entries(swindles).map(([name, swindle]) => ({ base, name, swindle })));

  it.each(cases)('$name: $base.title', async ({ base, swindle }) => {
    const votes = swindle(base);
    expect(votes.length).toBeGreaterThan(0);
    // Kept by somebody when the last ballot was in.
    const earlier = archiveOfEvents(voteOf(base.events).slice(0, -1));
    for (const vote of votes) {
      const swindled = archiveOfEvents(countedHonestly(base, vote));
      expect(await failedChecksOf(swindled)).toEqual([]);
      expect(await failedChecksOf(swindled, { earlier })).toEqual(['earlier.extends']);
    }
    const honest = archiveOfEvents(countedHonestly(base, voteOf(base.events)));
    expect(await failedChecksOf(honest, { earlier })).toEqual([]);
  });

  it.each(bases)('an archive that ends before an earlier one did, at any event: $title', async ({ events }) => {
    for (let length = 1; length < events.length; length++) {
      const prefix = archiveOfEvents(events.slice(0, length));
      const longer = archiveOfEvents(events.slice(0, length + 1));
      expect(await failedChecksOf(prefix)).toEqual([]);
      expect(await failedChecksOf(prefix, { earlier: longer })).toEqual(['earlier.extends']);
      expect(await failedChecksOf(longer, { earlier: prefix })).toEqual([]);
    }
  });

  it.each(bases)('another view of the same election, from any ballot on: $title', async (base) => {
    const vote = voteOf(base.events).slice(0, -1);
    for (const at of placesOf(vote, 'Ballot')) {
      const shared = vote.slice(0, at);
      const [one, other] = onElection(base, (election) =>
        ['one', 'other'].map((view) => {
          const [voter] = base.voters;
          invariant(voter !== undefined, 'there is a voter');
          return archiveOfEvents([...shared, ballotEvent(castBy(election, voter, view))]);
        }),
      );
      invariant(one !== undefined && other !== undefined, 'there are two views');
      expect(await failedChecksOf(one)).toEqual([]);
      expect(await failedChecksOf(one, { earlier: other })).toEqual(['earlier.extends']);
      expect(await failedChecksOf(one, { earlier: archiveOfEvents(shared) })).toEqual([]);
    }
  });

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
    const moved = recordsOf(earlier).map((record) => ({ ...record, timestamp: TIMESTAMP + 1 }));
    const header = utf8(`{"version":1,"timestamp":"${TIMESTAMP + 1}"}`);
    const later = archiveOf(moved, recordBytes({ kind: 'archive' }, header, TIMESTAMP + 1));
    expect(await failedChecksOf(later)).toEqual([]);
    expect(await failedChecksOf(later, { earlier })).toEqual(['earlier.extends']);
  });
});

/** How often a check was made on an archive that is accepted. */
async function madeOf(archive: Uint8Array): Promise<Readonly<Record<string, number>>> {
  const { answer, checks } = await verifyArchive(testMachine, bytesSource(archive));
  expect(answer).toBe('accepted');
  return checks.made;
}

/** What no archive shows, early or late: it is right by all rules, and only the roll says that it is not. */
describe('what only the roll shows changes a figure that the verifier names', () => {
  /** An election whose registrar puts voters on the list whom no roll has, and lets them vote. */
  function stuffed(base: CompleteElection, ghosts: number, weight: bigint): Events {
    const [setup] = base.events;
    invariant(setup?.type === 'Setup', 'an election begins with its setup');
    return onElection(base, (election) => {
      const { group } = election;
      const random = seededRandomness('ghosts');
      const invented = Array.from({ length: ghosts }, () => {
        const secret = randomScalar(group, random);
        const key = group.power(group.g, secret);
        return { key, voter: { secret, credential: group.write(key), weight } };
      });
      const listed = [
        ...base.voters.map((voter) => ({
          credential: group.parse(voter.credential) ?? group.one,
          weight: voter.weight,
        })),
        ...invented.map(({ key }) => ({ credential: key, weight })),
      ];
      const ballots = invented.map(({ voter }, i) => ballotEvent(castBy(election, voter, `ghost ${i}`)));
      const credentials = utf8(writeCredentialList(group, listed));
      const vote: Events = [{ ...setup, credentials }, ...ballots, ...voteOf(base.events).slice(1)];
      const all = { ...base, voters: [...base.voters, ...invented.map(({ voter }) => voter)] };
      return countedHonestly(all, vote);
    });
  }

  it.each(bases)(
    'the number of credentials, where ghosts were put on the list before the vote: $title',
    async (base) => {
      const honest = await madeOf(archiveOfEvents(base.events));
      for (const ghosts of [1, 3]) {
        const made = await madeOf(archiveOfEvents(stuffed(base, ghosts, 1n)));
        expect(honest['credentials.members']).toBe(base.voters.length);
        expect(made['credentials.members']).toBe(base.voters.length + ghosts);
      }
    },
  );

  it('the sum of weights, where weights were raised before the vote', async () => {
    const base = completeElections.totals;
    const sum = base.voters.reduce((total, { weight }) => total + weight, 0n);
    const raised = { ...base, voters: base.voters.map((voter) => ({ ...voter, weight: voter.weight + 2n })) };
    const events = stuffed(raised, 0, 1n);
    expect(await failedChecksOf(archiveOfEvents(events))).toEqual([]);
    const tally = events.find((event) => event.type === 'EncryptedTally');
    expect(tally).toMatchObject({ numTallied: 4, totalWeight: sum + 8n });
    expect(base.events.find((event) => event.type === 'EncryptedTally')).toMatchObject({ totalWeight: sum });
  });

  it('the number of ballots, where somebody votes in the name of one who abstains', async () => {
    const base = completeElections.threshold;
    const [absent] = base.voters;
    invariant(absent !== undefined, 'there is a voter');
    const vote = voteOf(base.events);
    const own = placesOf(vote, 'Ballot').filter((at) => textIn(vote[at]).includes(absent.credential));
    const honest = countedHonestly(base, without(vote, ...own));
    const added = onElection(base, (election) => ballotEvent(castBy(election, absent, 'in another’s name')));
    const swindled = countedHonestly(base, without(vote, ...own).toSpliced(1, 0, added));
    for (const [events, ballots] of [
      [honest, 3],
      [swindled, 4],
    ] as const) {
      expect(await failedChecksOf(archiveOfEvents(events))).toEqual([]);
      expect(events.find((event) => event.type === 'EncryptedTally')).toMatchObject({ numTallied: ballots });
    }
  });
});
