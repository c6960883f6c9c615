import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { closeVote } from './opened-city.ts';
import { answerFor, bringTogether, countEvents, putBack, raceToTheResult } from './part-races.ts';
import { type VotedCity, voteInCity } from './voted-city.ts';

/** Trustees who bring their parts at the same moment, so many times. */
export function partCases(runs: number): void {
  let site: TestSite;
  let voted: VotedCity;
  beforeAll(async () => {
    site = await openTestSite();
    voted = await voteInCity(site);
    await closeVote(voted);
  }, 120_000);
  afterAll(() => site.close());

  describe(`trustees at the same moment, each race ${runs} times`, () => {
    it('reach the result once, however many more there are than needed', async () => {
      const answers = await Promise.all([1, 2, 3].map((owner) => answerFor(voted, owner, voted.totals)));
      for (let run = 0; run < runs; run++) await raceToTheResult(voted, answers, run);
    });

    it('bring the same part twice, and it is taken once', async () => {
      await putBack(voted, voted.totals);
      const answer = await answerFor(voted, 1, voted.totals);
      for (let run = 0; run < runs; run++) {
        await putBack(voted, voted.totals);
        expect(await bringTogether(voted, voted.totals, [answer, answer]), `run ${run}`).toEqual(['known', 'taken']);
        expect(await countEvents(voted, voted.totals), `run ${run}`).toEqual(['PartialDecryption']);
      }
    });

    it('shuffle the same ballots, and all but one are told to take the newer ones', async () => {
      const answers = await Promise.all([1, 2, 3].map((owner) => answerFor(voted, owner, voted.whole)));
      const { pool } = site.database;
      const { rows } = await pool.query('select events, head from tallies where contest_id = $1', [voted.whole]);
      for (let run = 0; run < runs; run++) {
        expect(await bringTogether(voted, voted.whole, answers), `run ${run}`).toEqual(['stale', 'stale', 'taken']);
        expect(await countEvents(voted, voted.whole), `run ${run}`).toEqual(['Shuffle']);
        await putBack(voted, voted.whole);
        await pool.query('update tallies set events = $2, head = $3 where contest_id = $1', [
          ...[voted.whole, rows[0]?.events, rows[0]?.head],
        ]);
      }
    });
  });
}
