import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, castUntilKilled, checkReceipts, prepareVote, type VoteInProgress } from './killed-while-casting.ts';
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
      const receipts: string[] = [];
      let unanswered: readonly string[] = [];
      let mostUnanswered = 0;
      for (let round = 0; round < kills; round++) {
        const address = await server.start();
        const before = await checkReceipts(address, vote, receipts);
        expect(before.lost, `round ${round}`).toEqual([]);
        const ballots = [...unanswered, ...vote.ballots.slice(round * 25, round * 25 + 25)];
        const cut = await castUntilKilled(address, vote.path, ballots, () => server.kill());
        receipts.push(...cut.receipts);
        ({ unanswered } = cut);
        mostUnanswered = Math.max(mostUnanswered, unanswered.length);
      }
      const address = await server.start();
      for (const text of unanswered) {
        const receipt = await cast(address, vote.path, text);
        expect(receipt).toBeDefined();
        receipts.push(receipt ?? '');
      }
      const { lost, ballots } = await checkReceipts(address, vote, receipts);
      expect(lost).toEqual([]);
      expect([ballots, receipts.length]).toEqual([vote.ballots.length, vote.ballots.length]);
      // Otherwise nothing was cut off, and nothing was shown.
      expect(mostUnanswered).toBeGreaterThan(0);
    });
  });
}
