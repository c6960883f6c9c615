import { describe, expect, it } from 'vitest';
import { amountsOf, countedAnew, lastBallots, tallyOf } from '../verify/faults/attackers.fixture.ts';
import { voteOf, withUnencoded } from '../verify/faults/dishonest-count.fixture.ts';
import { ballotEvent, castBy } from '../verify/faults/cast-ballots.fixture.ts';
import { createCheckRecord } from '../verify/check-record.ts';
import { completeElections, onElection } from '../verify/complete-election.fixture.ts';
import { archiveOfEvents, type Events, failedChecksOf, placesOf, without } from '../verify/tampered-archive.fixture.ts';
import { sideOf, statementsOf } from './side.fixture.ts';
import { type SideSection } from './side-file.ts';
import { verifySide } from './verify-side.ts';

const { totals, threshold, mixed } = completeElections;
const bases = [totals, threshold, mixed];

/** The events up to and without the result, where the last decryption is the last event. */
const beforeResult = (events: Events): Events => events.slice(0, -1);

const strictly = (events: Events, side: string | undefined) =>
  failedChecksOf(archiveOfEvents(events), { isStrict: true, side });

type Change = (sections: readonly SideSection[]) => readonly SideSection[];

const altered =
  (i: number, change: (section: SideSection, all: readonly SideSection[]) => Partial<SideSection>): Change =>
  (sections) =>
    sections.map((section, j) => (j === i ? { ...section, ...change(section, sections) } : section));

const other = 'ab'.repeat(32);
const next = (number: string): string => String(BigInt(number) + 1n);

const leftOut = (bytes: Uint8Array, at: number): Uint8Array => bytes.filter((_, i) => i !== at);

/** What can be wrong with one section, or with which sections there are. */
const defects: readonly (readonly [name: string, check: string, change: Change, also?: string])[] = [
  ['sections in each other’s place', 'side.sections', (sections) => sections.toReversed(), 'side.proofs'],
  ['a section twice', 'side.sections', (sections) => [...sections, ...sections.slice(-1)]],
  ['the first section missing', 'side.sections', (sections) => sections.slice(1), 'side.proofs'],
  ['the last section missing', 'side.sections', (sections) => sections.slice(0, -1)],
  ['no section', 'side.sections', () => []],
  ['another owner', 'side.sections', altered(0, ({ owner }) => ({ owner: owner + 1 }))],
  ['another head', 'side.sections', altered(1, () => ({ head: other }))],
  ['another decryption', 'side.sections', altered(0, () => ({ decryption: other }))],
  [
    'the proof of another trustee',
    'side.proofs',
    altered(1, (_, [first]) => (first === undefined ? {} : { proof: first.proof })),
  ],
  [
    'another challenge',
    'side.proofs',
    altered(0, ({ proof }) => ({ proof: { ...proof, challenge: next(proof.challenge) } })),
  ],
  [
    'another response',
    'side.proofs',
    altered(1, ({ proof }) => ({ proof: { ...proof, response: next(proof.response) } })),
  ],
  [
    'a response beyond the order of the group',
    'side.proofs',
    altered(0, ({ proof }) => {
      const { q } = onElection(totals, ({ group }) => ({ q: group.q }));
      return { proof: { ...proof, response: String(BigInt(proof.response) + q) } };
    }),
  ],
];

describe('an election with its side file', () => {
  it.each(bases)('is accepted in strict mode: $title', async (base) => {
    expect(await strictly(base.events, await sideOf(base))).toEqual([]);
  });

  it.each(bases)('is refused without it once there is a decryption, and not before: $title', async ({ events }) => {
    const [first = 0] = placesOf(events, 'PartialDecryption');
    for (let length = 1; length <= events.length; length++) {
      const failed = await strictly(events.slice(0, length), undefined);
      expect(failed).toEqual(length > first ? ['side.form'] : []);
    }
  });

  it.each(bases)('is not asked for it in the other mode, but held to it where there is one: $title', async (base) => {
    const archive = archiveOfEvents(base.events);
    expect(await failedChecksOf(archive)).toEqual([]);
    expect(await failedChecksOf(archive, { side: await sideOf(base) })).toEqual([]);
    expect(await failedChecksOf(archive, { side: 'no side file' })).toEqual(['side.form']);
  });

  it.each(bases.flatMap((base) => defects.map(([name, check, change, also]) => ({ base, name, check, change, also }))))(
    'is refused with $name: $base.title',
    async ({ base, check, change, also }) => {
      const side = await sideOf(base, base.events, change);
      expect(await strictly(base.events, side)).toEqual(also === undefined ? [check] : [check, also]);
    },
  );
});

describe('a side file is refused', () => {
  it('beside the archive of another election', async () => {
    const expected = ['side.election', 'side.sections', 'side.proofs'];
    expect(await strictly(totals.events, await sideOf(mixed))).toEqual(expected);
    expect(await strictly(mixed.events, await sideOf(totals))).toEqual(expected);
  });

  it('when it says another election than its proofs are of', async () => {
    const side = await sideOf(totals);
    const uuid = /"uuid":"([^"]*)"/u.exec(side)?.[1] ?? '';
    expect(await strictly(totals.events, side.replace(uuid, 'otraAsamblea12'))).toEqual(['side.election']);
    const hash = side.replace(/"election_hash":"[^"]{2}/u, '"election_hash":"AA');
    expect(await strictly(totals.events, hash)).toEqual(['side.election']);
  });

  it('when it was made one event earlier or later: at another shuffle, or another tally', async () => {
    // The same trustees decrypt after another shuffle by the same people: every event before it is another one.
    const again = onElection(threshold, (election) => {
      const vote = voteOf(threshold.events);
      const counted = lastBallots(threshold, vote);
      return [...vote, ...countedAnew(threshold, election, tallyOf(election, counted), amountsOf(counted))];
    });
    expect(await failedChecksOf(archiveOfEvents(again))).toEqual([]);
    expect(await strictly(again, await sideOf(threshold, again))).toEqual([]);
    expect(await strictly(again, await sideOf(threshold))).toEqual(['side.sections', 'side.proofs']);
  });

  it('when an event stands before the decryptions that was not there when it was made', async () => {
    const side = await sideOf(totals);
    // A ballot more on the board, replaced by a later one, changes no tally and no decryption: only the head.
    const [voter = { secret: 1n }] = totals.voters;
    const replaced = onElection(totals, (election) => ballotEvent(castBy(election, voter, 'replaced')));
    const withOne = totals.events.toSpliced(1, 0, replaced);
    expect(await failedChecksOf(archiveOfEvents(withOne))).toEqual([]);
    expect(await strictly(withOne, side)).toEqual(['side.sections', 'side.proofs']);
    expect(await strictly(withOne, await sideOf(totals, withOne))).toEqual([]);
  });

  it('when the archive has a decryption more, or one less, than it', async () => {
    for (const base of bases) {
      const events = beforeResult(base.events);
      const shorter = without(events, events.length - 1);
      const [full, early] = [await sideOf(base, events), await sideOf(base, shorter)];
      expect(await strictly(events, full)).toEqual([]);
      expect(await strictly(shorter, early)).toEqual([]);
      expect(await strictly(events, early)).toEqual(['side.sections']);
      expect(await strictly(shorter, full)).toEqual(['side.sections']);
    }
  });

  it('when it comes before any decryption, and speaks of some', async () => {
    const [first = 0] = placesOf(totals.events, 'PartialDecryption');
    const events = totals.events.slice(0, first);
    expect(await strictly(events, await sideOf(totals))).toEqual(['side.sections']);
  });
});

describe('every byte of a side file', () => {
  it('altered alone, in several ways, is refused', async () => {
    const side = Buffer.from(await sideOf(totals));
    await onElection(totals, async (election) => {
      const statements = await statementsOf(totals, election, totals.events);
      const failuresOf = (bytes: Uint8Array): number => {
        const record = createCheckRecord();
        verifySide(election, Buffer.from(bytes).toString('latin1'), statements, record);
        return record.totals().failures.length;
      };
      expect(failuresOf(side)).toBe(0);
      expect(side.length).toBeGreaterThan(700);
      for (const [at, was] of side.entries()) {
        // A bit turned over, the neighbouring sign (another digit of a number or hash), and the byte left out.
        const ways = [side.with(at, was ^ 0x20), side.with(at, was ^ 1), leftOut(side, at)];
        for (const bytes of ways) expect(failuresOf(bytes), `byte ${at}`).toBeGreaterThan(0);
      }
      for (const added of [' ', '\n', '{}']) {
        expect(failuresOf(Buffer.concat([side, Buffer.from(added)]))).toBeGreaterThan(0);
      }
    });
  });
});

describe('a ballot that encodes nothing', () => {
  it('stops the count where nobody can tell whose doing it is, and is merely invalid beside strong proofs', async () => {
    const events = withUnencoded(mixed, (_, faulty) => faulty) ?? [];
    expect(await failedChecksOf(archiveOfEvents(events))).toEqual(['result.encoding']);
    const side = await sideOf(mixed, events);
    expect(await strictly(events, side)).toEqual([]);
    expect(await failedChecksOf(archiveOfEvents(events), { side })).toEqual([]);
    const otherSide = await sideOf(mixed);
    expect(await strictly(events, otherSide)).toContain('result.encoding');
  });
});
