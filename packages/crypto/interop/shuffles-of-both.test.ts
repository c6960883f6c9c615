import { describe, expect, it } from 'vitest';
import { recordsOf, textOf } from '../src/board/archive.fixture.ts';
import { seededRandomness } from '../src/primitives/seeded-randomness.fixture.ts';
import { answersOf, layoutExtra, type NamedLayout, readLayout } from '../src/v1/layout/layout-extra.ts';
import { packChoices, unpackInts } from '../src/v1/layout/pack-choices.ts';
import { alteredAt } from '../src/v1/shuffle/altered-text.fixture.ts';
import { makeShuffle } from '../src/v1/shuffle/make-shuffle.ts';
import { inArchive } from '../src/v1/shuffle/published-shuffles.fixture.ts';
import { recordingLog } from '../src/v1/shuffle/shuffle.fixture.ts';
import { verifyShuffle } from '../src/v1/shuffle/verify-shuffle.ts';
import { isMixed } from '../src/v1/wire/election-wire.ts';
import { setUpStockElection, type StockElection } from './stock-election.ts';
import { hasStockTool, stockVerdict, whyNot } from './stock-tool.ts';

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
const questions = [
  packed(works, 'Which works?'),
  { answers: ['yes', 'no'], min: 1, max: 1, question: 'Meet again in May?' },
  packed(places, 'What first?'),
];

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
async function closed(voters: number): Promise<StockElection> {
  const election = await setUpStockElection({ group: 'RFC-3526-2048', questions, weights: [1, 1], singles: 2 });
  for (const [voter, [approved, ranked]] of ballots.slice(0, voters).entries()) {
    await election.cast(voter, [intsOf(works, approved), [1, 0], intsOf(places, ranked)]);
  }
  await election.close();
  return election;
}

/** Our shuffle of what the archive holds so far. */
const shuffled = (election: StockElection, seed: string): string =>
  inArchive(election.archive(), (of, tally) => makeShuffle(of, tally, seededRandomness(seed)).text);

/** Our verdict on all shuffles of the archive. */
const verified = (election: StockElection) =>
  inArchive(election.archive(), (of, tally, shuffles) => {
    const log = recordingLog();
    const outputs = shuffles.reduce<typeof tally | undefined>(
      (now, text, i) => (now === undefined ? undefined : verifyShuffle(of, now, text, `shuffles[${i}]`, log)),
      tally,
    );
    return { shuffles: shuffles.length, isAccepted: outputs !== undefined, checks: log.checks() };
  });

/** The lists of the published result, question by question. */
function resultIn(archive: Uint8Array): readonly (readonly (readonly number[])[])[] {
  return JSON.parse(textOf(recordsOf(archive).at(-2))).result;
}

const chosenIn = (named: NamedLayout, lists: readonly (readonly number[])[] | undefined) =>
  lists
    ?.map((ints) => unpackInts(named.layout, ints))
    .map((read) => (read.ok ? read.value.join(' ') : read.error.type))
    .toSorted();

describe.skipIf(!hasStockTool)(`shuffles and layouts with the stock tool${whyNot}`, () => {
  it.each([0, 1, 2])(
    '%d ballots: the tool takes our shuffle, we take its own, and the packed ballots come out',
    async (voters) => {
      const election = await closed(voters);
      try {
        await election.shuffle(1, shuffled(election, 'ours'));
        await election.shuffle(2);
        expect(verified(election)).toEqual({ shuffles: 2, isAccepted: true, checks: [] });
        await election.decrypt();
        expect(await stockVerdict(election.archive(), election.uuid)).toBe('accepted');
        const [approved, , ranked] = resultIn(election.archive());
        const cast = ballots.slice(0, voters);
        expect(chosenIn(works, approved)).toEqual(cast.map(([choices]) => choices.join(' ')).toSorted());
        expect(chosenIn(places, ranked)).toEqual(cast.map(([, choices]) => choices.join(' ')).toSorted());
      } finally {
        election.remove();
      }
    },
  );

  it('both refuse a shuffle of ours with one number changed', async () => {
    const election = await closed(2);
    try {
      const text = shuffled(election, 'altered');
      await election.shuffle(
        1,
        alteredAt(text, ['proofs', 1, 1, 1], (value) => String(BigInt(String(value)) + 1n)),
      );
      expect(verified(election)).toEqual({ shuffles: 1, isAccepted: false, checks: ['shuffle.t2'] });
      expect(await stockVerdict(election.archive(), election.uuid)).toContain('shuffle');
    } finally {
      election.remove();
    }
  });

  it('the tool publishes the layouts as they were given', async () => {
    const election = await closed(0);
    try {
      const layouts = inArchive(election.archive(), ({ group, questions: published }) =>
        published.map((question) => (isMixed(question) ? readLayout(question, group) : undefined)),
      );
      expect(layouts).toEqual([{ ok: true, value: works }, undefined, { ok: true, value: places }]);
    } finally {
      election.remove();
    }
  });
});
