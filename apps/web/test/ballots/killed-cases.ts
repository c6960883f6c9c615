import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareVote, type VoteInProgress, voteThroughDeaths } from './killed-while-casting.ts';
import { makeServerProcess, type ServerProcess } from './server-process.ts';

/** Kills server and database while ballots are cast, so many times. */
export function killedCases(kills: number, bundle: string): void {
  describe(`server and database killed ${kills} times while ballots are cast`, () => {
    let server: ServerProcess;
    let vote: VoteInProgress;
    beforeAll(async () => {
      server = await makeServerProcess(bundle);
      await server.start();
      vote = await prepareVote(server, kills * 25);
      await server.kill();
    });
    afterAll(() => server.stop());

    it('every receipt that was shown is on the board, and what was not answered can be sent again', async () => {
      const outcome = await voteThroughDeaths(server, vote, kills, () => server.kill());
      expect([outcome.lost, outcome.refused]).toEqual([[], 0]);
      expect([outcome.ballots, outcome.receipts]).toEqual([vote.ballots.length, vote.ballots.length]);
      // Otherwise nothing was cut off, and nothing was shown.
      expect(outcome.mostUnanswered).toBeGreaterThan(0);
    });
  });
}
