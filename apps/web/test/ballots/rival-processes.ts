import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '@convite/kernel';
import { type Ballots, openBallots } from '../../src/features/ballots/index.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { type Database, makeDatabase } from '../../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { proofProgram } from './ballots-room.ts';
import { openVote, type OpenVote } from './open-vote.ts';
import { makeServerProcesses } from './server-process.ts';

/**
 * Two server processes on one database and one data folder, started at the same moment; beside them the room of ballots in
 * the process of the test, a third that takes its turns with them.
 */
export interface Rivals {
  readonly addresses: readonly string[];
  readonly database: FreshDatabase;
  readonly tables: Database;
  readonly site: { readonly ballots: Ballots };
  close(): Promise<void>;
}

export async function startRivals(name: string): Promise<Rivals> {
  const database = await freshDatabase();
  const data = mkdtempSync(join(tmpdir(), 'convite-rivals-'));
  const servers = await makeServerProcesses(name, database.url, [data, data]);
  const addresses = await Promise.all(servers.map((server) => server.start()));
  const tables = makeDatabase(database.pool);
  const ballots = await openBallots({
    ...{ database: tables, folder: join(data, 'board'), proofProgram, threads: 1, now: () => new Date() },
    sendMail: openMailer({ smtpUrl: undefined, from: undefined }),
  });
  return {
    ...{ addresses, database, tables },
    site: { ballots },
    async close() {
      await ballots.close();
      await Promise.all(servers.map((server) => server.stop()));
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A vote that stays open for all runs of a race. */
export const openRace = (rivals: Rivals, letters: number, spares = 0): Promise<OpenVote> =>
  openVote(rivals, letters, { hours: 24, spares });

/** Puts a vote back to its beginning, in the database and in its files, as if nothing had been cast. */
export async function beginAgain({ database: { pool }, site }: Rivals, { contest }: OpenVote): Promise<void> {
  await pool.query('delete from board_ballots where contest_id = $1', [contest]);
  await pool.query('delete from board_payloads where contest_id = $1 and height > 0', [contest]);
  await pool.query('delete from board_events where contest_id = $1 and height > 0', [contest]);
  await pool.query(
    `update elections e set height = 0, head = s.hash, state = 'voting', ballots = 0, voters = 0 from board_events s
     where e.contest_id = $1 and s.contest_id = $1 and s.height = 0`,
    [contest],
  );
  await pool.query('update public_credentials set voided_at = null, released_at = null where contest_id = $1', [
    contest,
  ]);
  await pool.query(`update contests set status = 'open' where id = $1`, [contest]);
  const folder = site.ballots.context.boards.folderOf(contest);
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(folder, '..', '..', 'heads', contest), { force: true });
}

/** What a voter gets back: a place on the board, or the code of why not. */
export type Answer =
  | { readonly height: number; readonly isNew: boolean; readonly receipt: string }
  | { readonly refused: string };

/** A connection that the server had given up before anything was sent through it. */
const isReset = (fault: unknown): boolean =>
  fault instanceof TypeError &&
  fault.cause instanceof Error &&
  'code' in fault.cause &&
  fault.cause.code === 'ECONNRESET';

/**
 * Sends a ballot to one of the processes as a booth does: who is told to wait comes again, soon, and so does whose connection
 * was too slow for the server.
 */
export async function send(
  { addresses }: Rivals,
  process: number,
  { path }: Pick<OpenVote, 'path'>,
  text: string,
): Promise<Answer> {
  const address = addresses[process % addresses.length] ?? '';
  for (;;) {
    const response = await fetch(`${address}${path}/ballots`, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'application/json', Origin: address },
    }).catch((fault: unknown) => {
      if (!isReset(fault)) throw fault;
    });
    if (response === undefined) continue;
    const body = await response.text();
    if (response.status === 200 || response.status === 201) {
      return { height: heightIn(body), isNew: response.status === 201, receipt: body };
    }
    const { code }: { readonly code: string } = JSON.parse(body);
    if (code !== 'waiting') return { refused: code };
    await pause(1000);
  }
}

function heightIn(receipt: string): number {
  const { event }: { readonly event: string } = JSON.parse(receipt);
  const { height }: { readonly height: unknown } = JSON.parse(event);
  invariant(typeof height === 'number', 'an event says where it stands');
  return height;
}
