import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendEvent, type ArchiveHead, bytesSource, checkReceipt, readArchive } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { appendToBoard, type Ballots, castBallot } from '../../src/features/ballots/index.ts';
import { inTransaction, makeDatabase } from '../../src/persistence/database.ts';
import { openBallotsRoom, openContest, type OpenContest } from './ballots-room.ts';
import { boardBytes } from './board-bytes.ts';
import { sealBallot, sha256 } from './sealed-election.ts';
import { takeAwayEvents } from './take-away-events.ts';

const room = await openBallotsRoom();
const folders: string[] = [];
afterAll(async () => {
  await room.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const { pool } = room.database;

const begun: Ballots[] = [];
/** A server that ends with its test. */
async function start(...given: Parameters<typeof room.second>): Promise<Ballots> {
  const server = await room.second(...given);
  begun.push(server);
  return server;
}
afterEach(async () => {
  for (const server of begun.splice(0)) await server.close();
});

/** A copy of the folder of the boards, as a backup brings it back. */
function copyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'convite-restored-'));
  folders.push(folder);
  cpSync(room.folder, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

const sealed = ({ election }: OpenContest, letter: number): Promise<string> =>
  sealBallot(election.electionText, election.letters[letter]?.credential ?? '', 1);

async function castText(ballots: Ballots, { contest }: OpenContest, text: string): Promise<string> {
  const cast = await castBallot(ballots.casting, contest, text);
  invariant(cast.ok, `the ballot is taken: ${JSON.stringify(cast)}`);
  return cast.value.receipt;
}

/** An open contest with this many ballots, whose receipts people hold. */
async function votedContest(ballots: number, spares = 0) {
  const contest = await openContest(room, ballots + 3, { spares });
  const texts = await Promise.all(Array.from({ length: ballots }, (_, i) => sealed(contest, i)));
  const receipts: string[] = [];
  for (const text of texts) receipts.push(await castText(room.ballots, contest, text));
  return { contest, texts, receipts, bytes: publicBytes(room.folder, contest) };
}

const publicBytes = (folder: string, { contest }: OpenContest): Uint8Array =>
  boardBytes(join(folder, 'public', contest));

const rowOf = async ({ contest }: OpenContest) =>
  (await pool.query('select height, head, state, ballots, voters from elections where contest_id = $1', [contest]))
    .rows[0];

/** The archive up to the first ballot, and behind it ballots that nobody was given a receipt for. */
async function anotherHistory(contest: OpenContest, bytes: Uint8Array): Promise<Uint8Array> {
  const whole = await readArchive(bytesSource(bytes), { sha256: nodeSha256 });
  const first = bytes.subarray(0, whole.index.event(1).end);
  const reading = await readArchive(bytesSource(first), { sha256: nodeSha256 });
  invariant(reading.ok, 'the beginning of a board is one');
  const parts = [first];
  let { head }: { head: ArchiveHead } = reading;
  for (const letter of [2, 1, 0]) {
    const payload = Buffer.from(await sealed(contest, letter));
    const appended = appendEvent(head, { type: 'Ballot', payload }, sha256);
    invariant(appended.ok, 'ballots come');
    parts.push(appended.value.bytes);
    ({ head } = appended.value);
  }
  return Buffer.concat(parts);
}

const linesOf = async (event: string, subject: string) =>
  (await pool.query('select details, is_public from audit_trail where event = $1 and subject = $2', [event, subject]))
    .rows;

describe('a database that was restored from an older backup, beside boards that were kept', () => {
  it('has its lost ballots put back out of the published files at the start, and says so to everybody', async () => {
    const { contest, texts, receipts, bytes } = await votedContest(4);
    const before = await rowOf(contest);
    await takeAwayEvents(pool, contest.contest, 1);
    const server = await start();
    expect(server.found.recovered).toContainEqual({ contest: contest.contest, slug: contest.slug, ballots: 3 });
    expect(await rowOf(contest)).toEqual(before);
    expect(await linesOf('board.recovered', contest.contest)).toEqual([
      { is_public: true, details: expect.objectContaining({ from: 2, size: 5, ballots: 3 }) },
    ]);
    // The same ballots again have the same receipts, and the vote goes on behind them.
    for (const [i, text] of texts.entries()) expect(await castText(server, contest, text)).toBe(receipts[i]);
    await castText(server, contest, await sealed(contest, 4));
    expect(Buffer.compare(publicBytes(room.folder, contest).subarray(0, bytes.length), bytes)).toBe(0);
  });

  it('knows again which ballot replaces which, which spare letter was given out, and that the vote had ended', async () => {
    const { contest } = await votedContest(1, 1);
    const { pool: database } = room.database;
    const spare = contest.election.letters[3];
    await database.query('update public_credentials set released_at = now() where credential = $1', [
      spare?.publicCredential,
    ]);
    await castText(room.ballots, contest, await sealed(contest, 0));
    await castText(room.ballots, contest, await sealed(contest, 3));
    await inTransaction(makeDatabase(pool), async (tx) => {
      const ended = await appendToBoard(room.ballots.context.boards, tx, contest.contest, { type: 'EndBallots' });
      expect(ended.ok).toBe(true);
    });
    await room.ballots.casting.publishing.publish(contest.contest);
    const before = await rowOf(contest);
    await takeAwayEvents(pool, contest.contest, 1);
    await database.query('update public_credentials set released_at = null where credential = $1', [
      spare?.publicCredential,
    ]);
    await start();
    expect(await rowOf(contest)).toEqual(before);
    expect(before).toMatchObject({ state: 'closed', ballots: 3, voters: 2 });
    const { rows } = await database.query(
      'select revision, released_at from board_ballots join public_credentials using (contest_id, credential) where contest_id = $1 order by height',
      [contest.contest],
    );
    expect(rows.map(({ revision, released_at }) => [revision, released_at !== null])).toEqual([
      [1, false],
      [2, false],
      [1, true],
    ]);
  });

  it('takes them from a copy that somebody kept where the published files are lost, and from no other file', async () => {
    const { contest, bytes } = await votedContest(3);
    const other = await votedContest(3);
    await takeAwayEvents(pool, contest.contest, 1);
    const folder = copyFolder();
    rmSync(join(folder, 'public', contest.contest), { recursive: true });
    const stopped = async (name: string, content: Uint8Array) => {
      writeFileSync(join(folder, 'mirrors', name), content);
      const { found } = await start({ folder, restored: await codeOf(folder) });
      return found.stopped.find((board) => board.contest === contest.contest);
    };
    const expected = { contest: contest.contest, slug: contest.slug, why: 'board_rolled_back', signed: 4, stored: 2 };
    const changed = Uint8Array.from(bytes);
    changed[changed.length - 600] = (changed[changed.length - 600] ?? 0) ^ 1;
    expect(await stopped('of-another-contest.bel', other.bytes)).toEqual(expected);
    expect(await stopped('changed.bel', changed)).toEqual(expected);
    // As long as the board that was signed, and in order; only it is another one.
    expect(await stopped('another-history.bel', await anotherHistory(contest, bytes))).toEqual(expected);
    expect(await stopped('too-short.bel', bytes.subarray(0, bytes.length - 4096))).toEqual(expected);
    expect(await rowOf(contest)).toMatchObject({ height: 1 });
    expect(await stopped('kept.bel', bytes)).toBeUndefined();
    expect(await rowOf(contest)).toMatchObject({ height: 3, ballots: 3, voters: 3 });
  });

  it('stays stopped where its own events are not those that were signed', async () => {
    const { contest } = await votedContest(2);
    await pool.query(`update board_events set hash = repeat('0', 64) where contest_id = $1 and height = 1`, [
      contest.contest,
    ]);
    await takeAwayEvents(pool, contest.contest, 1);
    const { found } = await start();
    expect(found.stopped).toContainEqual(expect.objectContaining({ contest: contest.contest, why: 'board_differs' }));
    await pool.query('delete from elections where contest_id = $1', [contest.contest]);
    expect((await start()).found.stopped).toContainEqual(
      expect.objectContaining({ contest: contest.contest, why: 'no_election', signed: 3, stored: 0 }),
    );
    rmSync(join(room.folder, 'heads', contest.contest));
  });

  it('is not mended out of files that the disk has spoilt', async () => {
    const { contest } = await votedContest(2);
    await takeAwayEvents(pool, contest.contest, 1);
    const folder = copyFolder();
    for (const name of ['000000000-000000001', '000000001-000000002', '000000002-000000003']) {
      const path = join(folder, 'public', contest.contest);
      for (const file of readdirSync(path).filter((each) => each.startsWith(name) && each.endsWith('.bel'))) {
        truncateSync(join(path, file), 100);
      }
    }
    const { found } = await start({ folder, restored: await codeOf(folder) });
    expect(found.stopped).toContainEqual(
      expect.objectContaining({ contest: contest.contest, why: 'board_rolled_back' }),
    );
    await start();
    expect(await rowOf(contest)).toMatchObject({ height: 2 });
  });
});

/** The code that a start on a copied folder asks for; nothing is done by asking. */
async function codeOf(folder: string): Promise<string | undefined> {
  return (await start({ folder })).found.unsettled?.code;
}

describe('database and boards that were restored together from an older backup', () => {
  /** A vote with two ballots in the backup, and two that came after it. */
  async function restored() {
    const { contest, texts, receipts } = await votedContest(2);
    const folder = copyFolder();
    const later = [await sealed(contest, 2), await sealed(contest, 3)];
    for (const text of later) receipts.push(await castText(room.ballots, contest, text));
    const bytes = publicBytes(room.folder, contest);
    const head = readFileSync(join(room.folder, 'heads', contest.contest), 'utf8');
    await takeAwayEvents(pool, contest.contest, 2);
    return { contest, folder, bytes, head, receipts, texts: [...texts, ...later] };
  }
  /** The first server sees what the restored one did, for the tests that follow. */
  const leave = ({ contest }: OpenContest) => rmSync(join(room.folder, 'heads', contest));

  it('are seen to be a copy: nothing is recorded and nothing signed until somebody says that observers were asked', async () => {
    const { contest, folder, texts } = await restored();
    const server = await start({ folder });
    expect(server.found.unsettled).toMatchObject({ why: 'copied' });
    const { casting } = server;
    for (const text of [texts[0], await sealed(contest, 4)]) {
      expect(await castBallot(casting, contest.contest, text ?? '')).toEqual({
        ok: false,
        error: { type: 'board_stopped' },
      });
    }
    expect(await rowOf(contest)).toMatchObject({ height: 2 });
    // Another start, and a wrong code, change nothing.
    for (const code of [undefined, '00000000']) {
      expect((await start({ folder, restored: code })).found.unsettled?.why).toBe('copied');
    }
    expect(await linesOf('boards.settled', contest.consultation)).toEqual([]);
    const code = server.found.unsettled?.code;
    expect((await start({ folder, restored: code })).found.unsettled).toBeUndefined();
    expect(await linesOf('boards.settled', contest.consultation)).toMatchObject([
      { is_public: true, details: { why: 'copied' } },
    ]);
    const after = await start({ folder });
    expect(after.found.unsettled).toBeUndefined();
    await castText(after, contest, await sealed(contest, 4));
    leave(contest);
  });

  it('go on with every ballot where somebody kept the archive and its head', async () => {
    const { contest, folder, bytes, head, receipts, texts } = await restored();
    // As programs leave it that copy lists of files.
    mkdirSync(join(folder, 'mirrors', 'observer', 'board'), { recursive: true });
    writeFileSync(join(folder, 'mirrors', 'observer', 'board', 'archive.bel'), bytes);
    writeFileSync(join(folder, 'mirrors', 'observer', 'board', 'head'), head);
    writeFileSync(join(folder, 'mirrors', 'letter.txt'), 'Buenos días');
    const server = await start({ folder, restored: await codeOf(folder) });
    expect(server.found.strange).toEqual(['letter.txt']);
    expect(server.found.recovered).toContainEqual({ contest: contest.contest, slug: contest.slug, ballots: 2 });
    for (const [i, text] of texts.entries()) expect(await castText(server, contest, text)).toBe(receipts[i]);
    await castText(server, contest, await sealed(contest, 0));
    expect(Buffer.compare(publicBytes(folder, contest).subarray(0, bytes.length), bytes)).toBe(0);
    leave(contest);
  });

  it('stay stopped where one receipt of a voter names a ballot that is nowhere', async () => {
    const { contest, folder, receipts } = await restored();
    const receipt = receipts.at(-1) ?? '';
    expect(checkReceipt(receipt, room.ballots.context.boards.keyText, sha256).ok).toBe(true);
    writeFileSync(join(folder, 'mirrors', 'receipt.json'), receipt);
    const server = await start({ folder, restored: await codeOf(folder) });
    expect(server.found.stopped).toContainEqual(
      expect.objectContaining({ contest: contest.contest, why: 'board_rolled_back', signed: 5, stored: 3 }),
    );
    expect(await castBallot(server.casting, contest.contest, await sealed(contest, 4))).toEqual({
      ok: false,
      error: { type: 'board_stopped' },
    });
    leave(contest);
  });

  it('say it where another history was signed meanwhile: no code makes one of two', async () => {
    const { contest, folder, receipts } = await restored();
    const settled = await start({ folder, restored: await codeOf(folder) });
    for (const letter of [0, 1, 4]) await castText(settled, contest, await sealed(contest, letter));
    const again = mkdtempSync(join(tmpdir(), 'convite-restored-'));
    folders.push(again);
    cpSync(folder, again, { recursive: true });
    writeFileSync(join(again, 'mirrors', 'receipt.json'), receipts.at(-1) ?? '');
    const { found } = await start({ folder: again, restored: await codeOf(again) });
    expect(found.stopped).toContainEqual(expect.objectContaining({ contest: contest.contest, why: 'two_histories' }));
    expect(found.unsettled?.why).toBe('copied');
    // Where nothing was copied the board of two histories alone is stopped.
    writeFileSync(join(folder, 'mirrors', 'receipt.json'), receipts.at(-1) ?? '');
    const told = await start({ folder });
    expect(told.found.unsettled).toBeUndefined();
    expect(await castBallot(told.casting, contest.contest, await sealed(contest, 3))).toEqual({
      ok: false,
      error: { type: 'board_stopped' },
    });
    leave(contest);
  });

  it('need no code where nothing can be lost: no consultation goes on', async () => {
    const folder = copyFolder();
    await pool.query(`update consultations set status = 'certified'`);
    expect((await start({ folder })).found.unsettled).toBeUndefined();
    await pool.query(`update consultations set status = 'open'`);
    expect((await start({ folder })).found.unsettled).toBeUndefined();
  });
});

describe('a database beside another folder of boards', () => {
  it('signs nothing with a key that is not its own', async () => {
    await pool.query('insert into installation (is_demo, begun_at) values (false, now())');
    const { contest } = await votedContest(1);
    await start();
    const folder = mkdtempSync(join(tmpdir(), 'convite-restored-'));
    folders.push(folder);
    const server = await start({ folder });
    expect(server.found.unsettled?.why).toBe('other_key');
    expect(await castBallot(server.casting, contest.contest, await sealed(contest, 1))).toEqual({
      ok: false,
      error: { type: 'board_stopped' },
    });
    expect((await start()).found.unsettled).toBeUndefined();
  });
});
