import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenVote } from './open-vote.ts';
import { castAgainstClose, castAgainstReplacement, castTwice, manyBallots, sameBallot } from './races.ts';
import { openRace, type Rivals, send, startRivals } from './rival-processes.ts';
import { sealBallot } from './sealed-election.ts';

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
const atOnce = 1000;

/** The races of casting between two server processes on one database, each so many times. */
export function raceCases(runs: number): void {
  let rivals: Rivals;
  beforeAll(async () => {
    rivals = await startRivals(`races-${runs}`);
  }, 600_000);
  afterAll(() => rivals.close());

  const seal = ({ election }: OpenVote, letter: number, chosen: number): Promise<string> =>
    sealBallot(election.electionText, election.letters[letter]?.credential ?? '', chosen);

  describe(`two server processes, each race ${runs} times`, () => {
    it('that start at the same moment have one key for all boards', async () => {
      const { path } = await openRace(rivals, 1);
      const keys = await Promise.all(
        rivals.addresses.map(async (address) => (await fetch(`${address}${path}/board/key`)).text()),
      );
      expect(new Set(keys)).toEqual(new Set([`${rivals.site.ballots.context.boards.keyText}\n`]));
    });

    it('record a ballot that is cast a thousand times at once as one event', async () => {
      const vote = await openRace(rivals, 1);
      const text = await seal(vote, 0, 1);
      for (let run = 0; run < runs; run++) {
        const { isNew, heights, types } = await sameBallot(rivals, vote, text, atOnce);
        expect([isNew, heights, types], `run ${run}`).toEqual([1, [1], ['Setup', 'Ballot']]);
      }
    });

    it('record a thousand ballots of one letter without a gap in heights and revisions, and count one', async () => {
      const vote = await openRace(rivals, 1);
      const texts: string[] = [];
      for (let i = 0; i < atOnce; i++) texts.push(await seal(vote, 0, i % 8));
      for (let run = 0; run < runs; run++) {
        const { heights, revisions, counted, types } = await manyBallots(rivals, vote, texts);
        expect(heights, `run ${run}`).toEqual(upTo(atOnce));
        expect(revisions, `run ${run}`).toEqual(upTo(atOnce));
        expect(counted, `run ${run}`).toEqual([atOnce]);
        expect(types, `run ${run}`).toEqual(['Setup', ...texts.map(() => 'Ballot')]);
      }
    });

    it('give ballots that both are sent one place each', async () => {
      const vote = await openRace(rivals, 20);
      const texts = await Promise.all(
        vote.election.letters.flatMap((_, i) => (i % 5 === 0 ? [1, 2] : [3]).map((chosen) => seal(vote, i, chosen))),
      );
      for (let run = 0; run < runs; run++) {
        const places = await castTwice(rivals, vote, texts);
        expect(places, `run ${run}`).toEqual(upTo(texts.length).map((height) => [height]));
      }
    });

    it('record no ballot behind the end of the vote, and tell each voter the truth', async () => {
      const vote = await openRace(rivals, 40);
      const texts = await Promise.all(vote.election.letters.map((_, i) => seal(vote, i, i % 8)));
      const seen = new Set<number>();
      for (let run = 0; run < runs; run++) {
        const { wrong, recorded } = await castAgainstClose(rivals, vote, texts, (run * 7) % texts.length);
        expect(wrong, `run ${run}`).toEqual([]);
        seen.add(recorded);
      }
      expect(seen.size).toBeGreaterThan(1);
    });

    it('let either the lost letter or the one in its place vote, never both', async () => {
      const vote = await openRace(rivals, 2, 1);
      const [lost, spare] = await Promise.all([seal(vote, 0, 1), seal(vote, 1, 2)]);
      const began = performance.now();
      await send(rivals, 0, vote, lost);
      // So that the replacement falls anywhere into the work on a ballot, however long this machine works on one.
      const each = performance.now() - began;
      for (let run = 0; run < runs; run++) {
        const outcome = await castAgainstReplacement(rivals, vote, { lost, spare }, (each * (run % 11)) / 10);
        expect(['cast, credential_used, void_credential', 'void_credential, replaced, cast'], `run ${run}`).toContain(
          outcome,
        );
      }
    });
  });
}
