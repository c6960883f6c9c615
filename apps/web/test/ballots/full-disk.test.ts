import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytesSource, checkReceiptOnBoard, readArchive } from '@convite/crypto';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { castBallot, openBallots, setUpElection } from '../../src/features/ballots/index.ts';
import { type Cluster, ensureDatabase, startCluster } from '../../src/persistence/cluster/cluster.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { migrate } from '../../src/persistence/migrate.ts';
import { makePool } from '../../src/persistence/pool.ts';
import { openBallotsRoom, openContest, proofProgram } from './ballots-room.ts';
import { boardBytes } from './board-bytes.ts';
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

describe('a full disk under the database', () => {
  it.skipIf(!mounted)(
    'gives no receipt that is not on the board (skipped where no file system can be mounted)',
    async () => {
      const boards = mkdtempSync(join(tmpdir(), 'convite-full-boards-'));
      let { cluster, pool } = await startOn(join(mountPoint, 'data'));
      const places = { folder: boards, proofProgram, threads: 1, now: () => new Date(), sendMail: noMail };
      const first = await openBallots({ ...places, database: makeDatabase(pool) });
      const stored = await storeContest(pool);
      const election = await sealElection(120);
      const { contest } = stored;
      const set = await setUpElection(first.context, { contest, archive: election.archive, spares: [], by: null });
      expect(set.ok).toBe(true);
      await moveContest(pool, stored, 'open');
      const { bavail, bsize } = statfsSync(mountPoint);
      const filler = join(mountPoint, 'filler');
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 160_000)));
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
      rmSync(filler);
      await pool.end();
      await cluster.stop();
      ({ cluster, pool } = await startOn(join(mountPoint, 'data')));
      const second = await openBallots({ ...places, database: makeDatabase(pool) });
      for (const text of refused) {
        const cast = await castBallot(second.casting, contest, text);
        expect(cast.ok).toBe(true);
        if (cast.ok) receipts.push(cast.value.receipt);
      }
      const maker = { sha256, createSha256: () => digestStream() };
      const bytes = boardBytes(second.context.boards.folderOf(contest));
      const { ok, index } = await readArchive(bytesSource(bytes), { sha256: maker });
      expect([ok, index.length]).toEqual([true, 121]);
      for (const receipt of receipts) {
        const board = { index, electionText: election.electionText };
        expect(checkReceiptOnBoard(receipt, second.context.boards.keyText, board, sha256).ok).toBe(true);
      }
      await second.close();
      await pool.end();
      await cluster.stop();
      rmSync(boards, { recursive: true });
    },
  );
});

function digestStream() {
  const running = createHash('sha256');
  return { update: (bytes: Uint8Array) => void running.update(bytes), digest: () => running.digest() };
}
