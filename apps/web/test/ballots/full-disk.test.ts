import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytesSource, checkReceiptOnBoard, readArchive } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';
import type pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ballots, castBallot, openBallots, setUpElection } from '../../src/features/ballots/index.ts';
import { acceptCode, askCode, sendCode } from '../../src/features/ballots/usecases/second-factor.ts';
import { isNoRoom } from '../../src/jobs/disk-room.ts';
import { prepareJobs } from '../../src/jobs/job-queue.ts';
import { type Cluster, ensureDatabase, startCluster } from '../../src/persistence/cluster/cluster.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { migrate } from '../../src/persistence/migrate.ts';
import { makePool } from '../../src/persistence/pool.ts';
import { openBallotsRoom, openContest, proofProgram } from './ballots-room.ts';
import { boardBytes } from './board-bytes.ts';
import { codeIn, openMailServer } from './mail-server.ts';
import { askForCodes } from './roll-of-mail.ts';
import { sealBallot, sealElection, sha256 } from './sealed-election.ts';
import { moveContest, storeContest } from './voting-contest.ts';

const noMail = openMailer({ smtpUrl: undefined, from: undefined });

/** A file on which there is never room. */
const fullDevice = '/dev/full';

describe('a full disk under the files of the board', () => {
  it.each([
    ['the list of a run', (contest: string) => join('public', contest, '000000001-000000002.txt.new')],
    ['the signed head', (contest: string) => join('heads', `${contest}.new`)],
  ])('at %s gives no receipt; with room again the same ballot gets it, recorded once', async (_, place) => {
    const room = await openBallotsRoom();
    const { contest, election } = await openContest(room, 2);
    const { casting } = room.ballots;
    await casting.publishing.publish(contest);
    const full = join(room.folder, place(contest));
    symlinkSync(fullDevice, full);
    const text = await sealBallot(election.electionText, election.letters[0]?.credential ?? '', 1);
    await expect(castBallot(casting, contest, text)).rejects.toThrow('ENOSPC');
    await expect(castBallot(casting, contest, text)).rejects.toThrow('ENOSPC');
    rmSync(full);
    expect(await castBallot(casting, contest, text)).toMatchObject({ ok: true, value: { height: 1 } });
    const { rows } = await room.database.pool.query('select height from elections where contest_id = $1', [contest]);
    expect(rows).toEqual([{ height: 1 }]);
    await room.close();
  });
});

const mountPoint = mkdtempSync(join(tmpdir(), 'convite-full-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=0755', 'tmpfs', mountPoint]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', mountPoint]);
  rmSync(mountPoint, { recursive: true, force: true });
});

async function startOn(folder: string): Promise<{ readonly cluster: Cluster; readonly pool: pg.Pool }> {
  const started = await startCluster({ folder, durable: true });
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  await ensureDatabase(started.value, 'convite');
  const pool = makePool(started.value.connection('convite'), () => undefined);
  await migrate(pool, fileURLToPath(new URL('../../migrations', import.meta.url)));
  return { cluster: started.value, pool };
}

/** Leaves so few bytes on the small disk. @returns makes the room again */
function fillDisk(left: number): () => void {
  const { bavail, bsize } = statfsSync(mountPoint);
  const filler = join(mountPoint, 'filler');
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
  return () => rmSync(filler);
}

/** The archive of a board, which passes every check, with this many events. */
async function boardOf(ballots: Ballots, contest: string, events: number) {
  const bytes = boardBytes(ballots.context.boards.folderOf(contest));
  const { ok, index } = await readArchive(bytesSource(bytes), { sha256: nodeSha256 });
  expect([ok, index.length]).toEqual([true, events]);
  return index;
}

describe.skipIf(!mounted)('a full disk under the database (skipped where no file system can be mounted)', () => {
  it('gives no receipt that is not on the board', async () => {
    const boards = mkdtempSync(join(tmpdir(), 'convite-full-boards-'));
    let { cluster, pool } = await startOn(join(mountPoint, 'data'));
    const places = { folder: boards, proofProgram, threads: 1, now: () => new Date(), sendMail: noMail };
    const first = await openBallots({ ...places, database: makeDatabase(pool) });
    const { contest, election } = await openVote(first, pool, 120);
    const makeRoom = fillDisk(160_000);
    const receipts: string[] = [];
    const refused: string[] = [];
    for (const [i, { credential }] of election.letters.entries()) {
      const text = await sealBallot(election.electionText, credential, i % 8);
      const cast = await castBallot(first.casting, contest, text).catch(() => undefined);
      if (cast?.ok === true) receipts.push(cast.value.receipt);
      else refused.push(text);
    }
    expect(refused.length).toBeGreaterThan(0);
    await first.close();
    makeRoom();
    await pool.end();
    await cluster.stop();
    ({ cluster, pool } = await startOn(join(mountPoint, 'data')));
    const second = await openBallots({ ...places, database: makeDatabase(pool) });
    for (const text of refused) {
      const cast = await castBallot(second.casting, contest, text);
      expect(cast.ok).toBe(true);
      if (cast.ok) receipts.push(cast.value.receipt);
    }
    const board = { index: await boardOf(second, contest, 121), electionText: election.electionText };
    for (const receipt of receipts) {
      expect(checkReceiptOnBoard(receipt, second.context.boards.keyText, board, sha256).ok).toBe(true);
    }
    await second.close();
    await pool.end();
    await cluster.stop();
    rmSync(boards, { recursive: true });
  });

  it('takes no admission away with a code by e-mail: whoever was refused votes once there is room, and once', async () => {
    const boards = mkdtempSync(join(tmpdir(), 'convite-full-boards-'));
    const { cluster, pool } = await startOn(join(mountPoint, 'codes'));
    await prepareJobs(pool);
    const mail = await openMailServer();
    const ballots = await openBallots({
      ...{ folder: boards, proofProgram, threads: 1, now: () => new Date(), database: makeDatabase(pool) },
      sendMail: openMailer({ smtpUrl: mail.url, from: 'votos@enramada.example' }),
    });
    const { casting, context } = ballots;
    const voters = 60;
    const opened = await openVote(ballots, pool, voters);
    const { contest, election } = opened;
    const people = election.letters.map(({ credential }, i) => {
      const [number, question] = [randomBytes(18).toString('base64url'), randomBytes(18).toString('base64url')];
      return { credential, address: `p${i}@enramada.example`, number, question };
    });
    await askForCodes(
      pool,
      opened,
      people.map(({ address }) => ({ name: address, email: address })),
    );
    /** Asks for a code; its job runs at once. @returns the code, if it came */
    const codeFor = async ({ address, question }: (typeof people)[number]): Promise<string | undefined> => {
      const before = mail.letters.length;
      await askCode(context, contest, { address, question }, 'a network');
      const { rows } = await pool.query(
        `delete from graphile_worker._private_jobs where key like 'send-email-code:%' returning payload->>'subject' as subject`,
      );
      for (const { subject } of rows) await sendCode(context, subject);
      return codeIn(mail.letters.slice(before).find(({ to }) => to === address)?.text);
    };
    const given = new Map<string, { readonly code: string; admission?: string; receipt?: string }>();
    const vote = async (person: (typeof people)[number]): Promise<void> => {
      const { address, credential, number, question } = person;
      const known = given.get(address) ?? { code: (await codeFor(person)) ?? '' };
      // Who has no code yet asks again.
      if (known.code !== '') given.set(address, known);
      const accepted = await acceptCode(context, contest, { address, question, code: known.code, number }, 'a network');
      if (!accepted.ok) throw new Error(accepted.error.type);
      // Whoever was admitted before gets the very same admission.
      expect(accepted.value.admission).toBe(known.admission ?? accepted.value.admission);
      known.admission = accepted.value.admission;
      const text = await sealBallot(election.electionText, credential, 1);
      const cast = await castBallot(casting, contest, text, known.admission);
      if (!cast.ok) throw new Error(cast.error.type);
      known.receipt = cast.value.receipt;
    };
    const makeRoom = fillDisk(120_000);
    const failed: unknown[] = [];
    for (const person of people) await vote(person).catch((fault: unknown) => failed.push(fault));
    expect(failed.length).toBeGreaterThan(0);
    // Nobody is told anything but that it could not be noted.
    expect(failed.filter((fault) => !isNoRoom(fault))).toEqual([]);
    makeRoom();
    for (const person of people) if (given.get(person.address)?.receipt === undefined) await vote(person);
    const { rows } = await pool.query(
      `select (select count(*)::int from burnt_entitlements) as entitlements,
         (select count(distinct mark)::int from burnt_entitlements) as people,
         (select count(*)::int from burnt_admissions) as admissions, voters, ballots from elections`,
    );
    const all = { entitlements: voters, people: voters, admissions: voters, voters };
    expect(rows).toEqual([{ ...all, ballots: expect.any(Number) }]);
    const board = { index: await boardOf(ballots, contest, rows[0].ballots + 1), electionText: election.electionText };
    for (const { receipt = '' } of given.values()) {
      expect(checkReceiptOnBoard(receipt, context.boards.keyText, board, sha256).ok).toBe(true);
    }
    await ballots.close();
    await mail.close();
    await pool.end();
    await cluster.stop();
    rmSync(boards, { recursive: true });
  });
});

/** A contest that is open, with letters for so many. */
async function openVote(ballots: Ballots, pool: pg.Pool, letters: number) {
  const stored = await storeContest(pool);
  const election = await sealElection(letters);
  const { archive } = election;
  const set = await setUpElection(ballots.context, { contest: stored.contest, archive, spares: [], by: null });
  expect(set.ok).toBe(true);
  await moveContest(pool, stored, 'open');
  return { ...stored, election };
}
