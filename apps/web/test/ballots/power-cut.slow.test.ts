import { afterAll, describe, expect, it } from 'vitest';
import { prepareVote, voteThroughDeaths } from './killed-while-casting.ts';
import { makeServerProcess, type ServerProcess } from './server-process.ts';
import { makeVolatileDisk, type VolatileDisk } from './volatile-disk.ts';

const disk = makeVolatileDisk(1500);
afterAll(() => disk?.remove());

/** The power fails, for server and database in the middle of their work, and comes back. */
async function failPower(volatile: VolatileDisk, server: ServerProcess): Promise<void> {
  await server.kill();
  volatile.cutPower();
  await volatile.powerOn();
}

/** Ballots that the database had lost, and a start put back out of the published files. */
async function ballotsPutBack(server: ServerProcess): Promise<number> {
  const { rows } = await server
    .pool()
    .query<{ ballots: number }>("select (details->>'ballots')::int as ballots from audit_trail where event = $1", [
      'board.recovered',
    ]);
  return rows.reduce((sum, { ballots }) => sum + ballots, 0);
}

async function voteThroughPowerCuts(volatile: VolatileDisk, cuts: number, fsync: 'on' | 'off') {
  const server = await makeServerProcess(`web-power-cut-${fsync}`, { DEMO: '0' }, volatile.folder);
  try {
    await server.start();
    const vote = await prepareVote(server, cuts * 25);
    await server.pool().query(`alter system set fsync = ${fsync}`);
    await server.pool().query('checkpoint');
    await server.kill();
    const outcome = await voteThroughDeaths(server, vote, cuts, () => failPower(volatile, server));
    return { ...outcome, wanted: vote.ballots.length, takenAway: await ballotsPutBack(server) };
  } finally {
    await server.stop();
  }
}

describe.skipIf(disk === undefined)('a power cut while ballots are cast (skipped where none can be made)', () => {
  it('loses no receipt that was shown, and the database no ballot', async () => {
    if (disk === undefined) return;
    const { lost, refused, ballots, receipts, wanted, mostUnanswered, takenAway } = await voteThroughPowerCuts(
      disk,
      50,
      'on',
    );
    expect([lost, refused, takenAway]).toEqual([[], 0, 0]);
    expect([ballots, receipts]).toEqual([wanted, wanted]);
    expect(mostUnanswered).toBeGreaterThan(0);
  });

  it('without fsync takes ballots out of the database, which are put back or stop the board: so the loop looks at the disk', async () => {
    if (disk === undefined) return;
    const harm = await voteThroughPowerCuts(disk, 6, 'off').then(
      ({ lost, refused, takenAway }) => lost.length + refused + takenAway,
      (error: unknown) => {
        // Where not even the database comes back, all is lost.
        if (!String(error).includes('the server did not start')) throw error;
        return 1;
      },
    );
    expect(harm).toBeGreaterThan(0);
  });
});
