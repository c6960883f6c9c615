import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOfRows, castBallot, openBallots, setUpElection } from '../../src/features/ballots/index.ts';
import { requestTally } from '../../src/features/tally/index.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { inTransaction, makeDatabase } from '../../src/persistence/database.ts';
import { proofProgram } from '../ballots/ballots-room.ts';
import { joined } from '../ballots/board-bytes.ts';
import { sealBallot, sealElection } from '../ballots/sealed-election.ts';
import { makeServerProcess, type ServerProcess } from '../ballots/server-process.ts';
import { moveContest, storeContest, type StoredContest } from '../ballots/voting-contest.ts';
import { until } from '../until.ts';

const votes = 12;

let server: ServerProcess;
let stored: readonly StoredContest[];
beforeAll(async () => {
  server = await makeServerProcess('killed-while-tallying');
  await server.start();
  stored = await closedVotes(server.pool(), join(server.data, 'board'));
}, 120_000);
afterAll(() => server.stop());

/** Votes whose hours are over, two ballots in each, on the boards in the server's own folder. */
async function closedVotes(pool: pg.Pool, folder: string): Promise<readonly StoredContest[]> {
  const sendMail = openMailer({ smtpUrl: undefined, from: undefined });
  const database = makeDatabase(pool);
  const room = await openBallots({ database, folder, proofProgram, threads: 1, sendMail, now: () => new Date() });
  try {
    const made: StoredContest[] = [];
    for (let i = 0; i < votes; i++) {
      const contest = await storeContest(pool);
      const election = await sealElection(3);
      const set = await setUpElection(room.context, { ...contest, archive: election.archive, spares: [], by: null });
      invariant(set.ok, 'the election is set up');
      await moveContest(pool, contest, 'open');
      for (const { credential } of election.letters.slice(1)) {
        const cast = await castBallot(
          room.casting,
          contest.contest,
          await sealBallot(election.electionText, credential, 1),
        );
        invariant(cast.ok, 'the ballot is cast');
      }
      await moveContest(pool, contest, 'closed');
      made.push(contest);
    }
    await pool.query('update contests set small_electorate_waiver = now()');
    return made;
  } finally {
    await room.close();
  }
}

/** How many steps of the tally were made, over all boards. */
async function steps(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    `select count(*)::int as n from board_events where type in ('EndBallots', 'EncryptedTally')`,
  );
  return Number(rows[0]?.n);
}

test('a server that is killed with its database in the middle of tallies goes on where it was, and does nothing twice', async () => {
  const database = makeDatabase(server.pool());
  await inTransaction(database, async (tx) => {
    for (const { consultation } of stored) await requestTally(tx, consultation);
  });
  for (const after of [3, 9, 16]) {
    const pool = server.pool();
    await until(async () => ((await steps(pool)) >= after ? true : undefined));
    await server.kill();
    await server.start();
  }
  const pool = server.pool();
  await until(async () => {
    const { rows } = await pool.query(`select from tallies where bytes is not null`);
    return rows.length === votes ? true : undefined;
  });
  await until(async () => {
    const { rows } = await pool.query(`select from consultations where status = 'tallying'`);
    return rows.length === votes ? true : undefined;
  });
  expect(await steps(pool)).toBe(2 * votes);
  const { rows } = await pool.query(
    `select (select count(*)::int from tally_faults) as faults, count(*)::int as lines from audit_trail
     where event in ('tally.ended', 'tally.encrypted')`,
  );
  expect(rows).toEqual([{ faults: 0, lines: 2 * votes }]);
  const { rows: boards } = await pool.query(
    `select array_agg(type order by height) as types, y.bytes from board_events e join tallies y using (contest_id) group by contest_id, y.bytes`,
  );
  for (const { types } of boards) expect(types).toEqual(['Setup', 'Ballot', 'Ballot', 'EndBallots', 'EncryptedTally']);
  const lengths = await Promise.all(
    stored.map(async ({ contest }) => (await joined(archiveOfRows(makeDatabase(pool), contest))).length),
  );
  expect(new Set(lengths)).toEqual(new Set(boards.map(({ bytes }) => Number(bytes))));
}, 180_000);
