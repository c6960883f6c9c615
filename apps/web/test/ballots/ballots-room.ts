import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { openBallots, type Ballots, setUpElection } from '../../src/features/ballots/index.ts';
import { type Mail, type Mailer, openMailer, type SendMail } from '../../src/mail/mailer.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from '../fresh-database.ts';
import { sealElection, type SealedElection } from './sealed-election.ts';
import { moveContest, storeContest, type StoredContest } from './voting-contest.ts';

/** The program of threads as it stands, without a bundle. */
export const proofProgram = new URL('../../src/features/ballots/proofs/program.ts', import.meta.url);

/** The room of ballots without HTTP, on a fresh database, with a clock that the test moves. */
export interface BallotsRoom {
  readonly database: FreshDatabase;
  readonly ballots: Ballots;
  readonly folder: string;
  readonly clock: { now: Date };
  /** Another server on the same database, and on the same folder unless said. */
  second(start?: { readonly folder?: string; readonly restored?: string | undefined }): Promise<Ballots>;
  close(): Promise<void>;
}

export async function openBallotsRoom(
  given: SendMail | Mailer = openMailer({ smtpUrl: undefined, from: undefined }),
): Promise<BallotsRoom> {
  const sendMail =
    'answers' in given
      ? given
      : Object.assign((mail: Mail) => given(mail), { isSet: true, answers: () => Promise.resolve(true) });
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'convite-ballots-'));
  const clock = { now: new Date() };
  const opened: Ballots[] = [];
  const open: BallotsRoom['second'] = async (start = {}) => {
    const ballots = await openBallots({
      database: makeDatabase(database.pool),
      folder,
      ...start,
      proofProgram,
      threads: 1,
      sendMail,
      now: () => clock.now,
    });
    opened.push(ballots);
    return ballots;
  };
  return {
    database,
    ballots: await open(),
    folder,
    clock,
    second: open,
    async close() {
      await Promise.all(opened.map((each) => each.close()));
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A contest that is open, with its election and letters. */
export interface OpenContest extends StoredContest {
  readonly election: SealedElection;
}

export async function openContest(
  room: BallotsRoom,
  letters: number,
  { spares = 0 }: { readonly spares?: number } = {},
): Promise<OpenContest> {
  const stored = await storeContest(room.database.pool);
  const election = await sealElection(letters);
  const named = election.letters.slice(letters - spares).map(({ publicCredential }) => publicCredential);
  const { contest } = stored;
  const set = await setUpElection(room.ballots.context, {
    contest,
    archive: election.archive,
    spares: named,
    by: null,
  });
  invariant(set.ok, `the election is set up: ${set.ok ? '' : JSON.stringify(set.error)}`);
  await moveContest(room.database.pool, stored, 'open');
  return { ...stored, election };
}
