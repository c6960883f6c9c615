import { invariant } from '@convite/kernel';
import { expect } from 'vitest';
import { utf8 } from '../../board/archive.fixture.ts';
import { bytesSource } from '../../board/archive-source.ts';
import { randomScalar } from '../../primitives/randomness.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { writeCredentialList } from '../../v1/credentials/credential-list.ts';
import { type CompleteElection, onElection } from '../complete-election.fixture.ts';
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

/** The whole count made anew, as honest trustees do who see this vote alone. */
function countedHonestly(base: CompleteElection, vote: Events): Events {
  return onElection(base, (election) => {
    const counted = lastBallots(base, vote);
    return [...vote, ...countedAnew(base, election, tallyOf(election, counted), amountsOf(counted))];
  });
}

type Swindle = (base: CompleteElection) => readonly Events[];

/** What a server can do before the count so that the file it publishes is, by itself, an honest one. */
export const swindles: Readonly<Record<string, Swindle>> = {
  'a ballot suppressed before the count': (base) => {
    const vote = voteOf(base.events);
    return base.some(lastIn(vote)).map((at) => without(vote, at));
  },
  'a revote suppressed, so that the ballot before it counts': (base) => {
    const vote = voteOf(base.events);
    return base.some(supersededIn(vote)).map((at) => without(vote, lastOfSame(vote, at)));
  },
  'a replaced ballot left out': (base) => {
    const vote = voteOf(base.events);
    return base.some(supersededIn(vote)).map((at) => without(vote, at));
  },
  'a vote and its revote in each other’s place': (base) => {
    const vote = voteOf(base.events);
    return base.some(supersededIn(vote)).map((at) => swapped(vote, at, lastOfSame(vote, at)));
  },
  'ballots of two voters in each other’s place': (base) => {
    const vote = voteOf(base.events);
    const [first = 0, second = 0] = lastIn(vote);
    return [swapped(vote, first, second)];
  },
  'a ballot put before others, in the name of somebody who has voted': (base) => {
    const vote = voteOf(base.events);
    return onElection(base, (election) =>
      base
        .some(base.voters)
        .map((voter, i) => vote.toSpliced(1, 0, ballotEvent(castBy(election, voter, `before ${i}`)))),
    );
  },
};

/** An election whose registrar puts voters on the list whom no roll has, and lets them vote. */
function stuffed(base: CompleteElection, ghosts: number): Events {
  const [setup] = base.events;
  invariant(setup?.type === 'Setup', 'an election begins with its setup');
  return onElection(base, (election) => {
    const { group } = election;
    const random = seededRandomness('ghosts');
    const invented = Array.from({ length: ghosts }, () => {
      const secret = randomScalar(group, random);
      const key = group.power(group.g, secret);
      return { key, voter: { secret, credential: group.write(key), weight: 1n } };
    });
    const listed = [
      ...base.voters.map((voter) => ({
        credential: group.parse(voter.credential) ?? group.one,
        weight: voter.weight,
      })),
      ...invented.map(({ key }) => ({ credential: key, weight: 1n })),
    ];
    const ballots = invented.map(({ voter }, i) => ballotEvent(castBy(election, voter, `ghost ${i}`)));
    const credentials = utf8(writeCredentialList(group, listed));
    const vote: Events = [{ ...setup, credentials }, ...ballots, ...voteOf(base.events).slice(1)];
    const all = { ...base, voters: [...base.voters, ...invented.map(({ voter }) => voter)] };
    return countedHonestly(all, vote);
  });
}

/** Only who kept the archive when the last ballot was in sees it. */
export async function expectSwindleSeen(base: CompleteElection, swindle: Swindle): Promise<void> {
  const votes = swindle(base);
  expect(votes.length).toBeGreaterThan(0);
  const earlier = archiveOfEvents(voteOf(base.events).slice(0, -1));
  for (const vote of votes) {
    const swindled = archiveOfEvents(countedHonestly(base, vote));
    expect(await failedChecksOf(swindled)).toEqual([]);
    expect(await failedChecksOf(swindled, { earlier })).toEqual(['earlier.extends']);
  }
  const honest = archiveOfEvents(countedHonestly(base, voteOf(base.events)));
  expect(await failedChecksOf(honest, { earlier })).toEqual([]);
}

/** The archive ends before the earlier one did. */
export async function expectCutSeen({ events, some }: CompleteElection): Promise<void> {
  for (const length of some([...events.keys()].slice(1))) {
    const prefix = archiveOfEvents(events.slice(0, length));
    const longer = archiveOfEvents(events.slice(0, length + 1));
    expect(await failedChecksOf(prefix)).toEqual([]);
    expect(await failedChecksOf(prefix, { earlier: longer })).toEqual(['earlier.extends']);
    expect(await failedChecksOf(longer, { earlier: prefix })).toEqual([]);
  }
}

/** Two people are shown boards that part at a ballot. */
export async function expectOtherViewSeen(base: CompleteElection): Promise<void> {
  const vote = voteOf(base.events).slice(0, -1);
  const [voter] = base.voters;
  invariant(voter !== undefined, 'there is a voter');
  for (const at of base.some(placesOf(vote, 'Ballot'))) {
    const shared = vote.slice(0, at);
    const view = (seed: string): Uint8Array =>
      onElection(base, (election) => archiveOfEvents([...shared, ballotEvent(castBy(election, voter, seed))]));
    expect(await failedChecksOf(view('one'))).toEqual([]);
    expect(await failedChecksOf(view('one'), { earlier: view('other') })).toEqual(['earlier.extends']);
    expect(await failedChecksOf(view('one'), { earlier: archiveOfEvents(shared) })).toEqual([]);
  }
}

/** The figures that a person holds against the roll, of an archive that is right by all rules. */
async function figuresOf(events: Events) {
  const { answer, checks } = await verifyArchive(testMachine, bytesSource(archiveOfEvents(events)));
  expect(answer).toBe('accepted');
  const tally = events.find((event) => event.type === 'EncryptedTally');
  invariant(tally?.type === 'EncryptedTally', 'the ballots are counted');
  return {
    credentials: checks.made['credentials.members'],
    ballots: tally.numTallied,
    weight: tally.totalWeight,
  };
}

/** The figures that the roll says, and an honest election has. */
const rollOf = ({ voters }: CompleteElection) => ({
  credentials: voters.length,
  ballots: voters.length,
  weight: voters.reduce((sum, { weight }) => sum + weight, 0n),
});

/** Ghosts on the list that vote: more credentials, more ballots, more weight than the roll has. */
export async function expectGhostsSeen(base: CompleteElection, ghosts: number): Promise<void> {
  const roll = rollOf(base);
  const { credentials, ballots, weight } = roll;
  expect(await figuresOf(stuffed(base, 0))).toEqual(roll);
  expect(await figuresOf(stuffed(base, ghosts))).toEqual({
    credentials: credentials + ghosts,
    ballots: ballots + ghosts,
    weight: weight + BigInt(ghosts),
  });
}

/** Weights raised before the vote: their sum is not that of the roll. */
export async function expectRaisedWeightSeen(base: CompleteElection): Promise<void> {
  const [first, ...rest] = base.voters;
  invariant(first !== undefined, 'there is a voter');
  const raised = { ...base, voters: [{ ...first, weight: first.weight + 2n }, ...rest] };
  const roll = rollOf(base);
  expect(await figuresOf(stuffed(base, 0))).toEqual(roll);
  expect(await figuresOf(stuffed(raised, 0))).toEqual({ ...roll, weight: roll.weight + 2n });
}

/** A vote in the name of one who abstains: one ballot more than people who came. */
export async function expectImpersonationSeen(base: CompleteElection): Promise<void> {
  const [absent] = base.voters;
  invariant(absent !== undefined, 'there is a voter');
  const vote = voteOf(base.events);
  const own = placesOf(vote, 'Ballot').filter((at) => textIn(vote[at]).includes(absent.credential));
  const others = without(vote, ...own);
  const added = onElection(base, (election) => ballotEvent(castBy(election, absent, 'in another’s name')));
  const roll = rollOf(base);
  const came = { ...roll, ballots: roll.ballots - 1, weight: roll.weight - absent.weight };
  expect(await figuresOf(countedHonestly(base, others))).toEqual(came);
  expect(await figuresOf(countedHonestly(base, others.toSpliced(1, 0, added)))).toEqual(roll);
}
