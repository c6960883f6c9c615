import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../primitives/bytes.ts';
import { portableSha256 } from '../../primitives/sha256.ts';
import { answersOf, layoutExtra, type NamedLayout, readLayout } from '../layout/layout-extra.ts';
import { packChoices, unpackInts } from '../layout/pack-choices.ts';
import { isMixed } from '../wire/election-wire.ts';
import { alteredAt } from './altered-text.fixture.ts';
import { hasBeleniosTool, type ToolElection, toolElection } from './belenios-tool.fixture.ts';
import { makeShuffle } from './make-shuffle.ts';
import { inArchive } from './published-shuffles.fixture.ts';
import { recordingLog } from './shuffle.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyShuffle } from './verify-shuffle.ts';

const works: NamedLayout = {
  layout: { kind: 'approvals', options: 11 },
  options: Array.from({ length: 11 }, (_, i) => `Work ${i}`),
};
const places: NamedLayout = {
  layout: { kind: 'ranking', options: 3, ranks: 2 },
  options: ['Well', 'Roof', 'Road'],
};
const packed = (named: NamedLayout, question: string) => ({
  type: 'NonHomomorphic',
  value: { answers: answersOf(named), question },
  extra: JSON.parse(layoutExtra.write(named)),
});
const template = {
  description: 'Works and places',
  name: 'Assembly of the quarter',
  questions: [
    packed(works, 'Which works?'),
    { answers: ['yes', 'no'], min: 1, max: 1, question: 'Meet again in May?' },
    packed(places, 'What first?'),
  ],
};

/** Approved works and ranked places of each voter. */
const ballots = [
  [
    [0, 3, 10],
    [2, 0],
  ],
  [[], [1]],
] as const;

const intsOf = (named: NamedLayout, choices: readonly number[]): readonly number[] => {
  const ints = packChoices(named.layout, choices);
  return ints.ok ? ints.value : [];
};

/** Votes and closes, so that the tally waits for its first shuffle. */
function closed(voters: number): ToolElection {
  const election = toolElection(template, 2, 2);
  for (const [voter, [approved, ranked]] of ballots.slice(0, voters).entries()) {
    election.cast(voter, [intsOf(works, approved), [1, 0], intsOf(places, ranked)]);
  }
  election.add('EndBallots', '');
  election.add('EncryptedTally', election.ask('compute-encrypted-tally'));
  return election;
}

const ownedBy = (owner: number, text: string): string =>
  `${text}\n{"owner":${owner},"payload":"${bytesToHex(portableSha256.sha256(utf8(text)))}"}\n`;

/** Our shuffle of what the archive holds so far. */
const shuffled = (election: ToolElection, seed: string): string =>
  inArchive(election.archive(), (of, tally) => makeShuffle(of, tally, seededRandomness(seed)).text);

/** Our verdict on all shuffles of the archive. */
const verified = (election: ToolElection) =>
  inArchive(election.archive(), (of, tally, shuffles) => {
    const log = recordingLog();
    const outputs = shuffles.reduce<typeof tally | undefined>(
      (now, text, i) => (now === undefined ? undefined : verifyShuffle(of, now, text, `shuffles[${i}]`, log)),
      tally,
    );
    return { shuffles: shuffles.length, isAccepted: outputs !== undefined, checks: log.checks() };
  });

function finish(election: ToolElection): readonly (readonly (readonly number[])[])[] {
  election.add('EndShuffles', '');
  election.decrypt(1);
  election.decrypt(2);
  const result = election.ask('compute-result');
  election.add('Result', result);
  return JSON.parse(result).result;
}

const chosenIn = (named: NamedLayout, lists: readonly (readonly number[])[] | undefined) =>
  lists
    ?.map((ints) => unpackInts(named.layout, ints))
    .map((read) => (read.ok ? read.value.join(' ') : read.error.type))
    .toSorted();

describe.skipIf(!hasBeleniosTool)('with the stock tool of Debian (needs belenios-tool)', () => {
  it.each([0, 1, 2])(
    '%d ballots: the tool takes our shuffle, we take its own, and the packed ballots come out',
    (voters) => {
      const election = closed(voters);
      try {
        election.add('Shuffle', ownedBy(1, shuffled(election, 'ours')));
        election.add('Shuffle', election.ask('shuffle', '--trustee-id=2'));
        expect(verified(election)).toEqual({ shuffles: 2, isAccepted: true, checks: [] });
        const [approved, , ranked] = finish(election);
        expect(election.verdict()).toMatchObject({ isAccepted: true });
        const cast = ballots.slice(0, voters);
        expect(chosenIn(works, approved)).toEqual(cast.map(([choices]) => choices.join(' ')).toSorted());
        expect(chosenIn(places, ranked)).toEqual(cast.map(([, choices]) => choices.join(' ')).toSorted());
      } finally {
        election.remove();
      }
    },
  );

  it('both refuse a shuffle of ours with one number changed', () => {
    const election = closed(2);
    try {
      const text = shuffled(election, 'altered');
      const altered = alteredAt(text, ['proofs', 1, 1, 1], (value) => String(BigInt(String(value)) + 1n));
      election.add('Shuffle', ownedBy(1, altered));
      expect(verified(election)).toEqual({ shuffles: 1, isAccepted: false, checks: ['shuffle.t2'] });
      expect(election.verdict()).toMatchObject({ isAccepted: false, says: expect.stringContaining('shuffle') });
    } finally {
      election.remove();
    }
  });

  it('the tool publishes the layouts as they were given', () => {
    const election = closed(0);
    try {
      const layouts = inArchive(election.archive(), ({ group, questions }) =>
        questions.map((question) => (isMixed(question) ? readLayout(question, group) : undefined)),
      );
      expect(layouts).toEqual([{ ok: true, value: works }, undefined, { ok: true, value: places }]);
    } finally {
      election.remove();
    }
  });
});
