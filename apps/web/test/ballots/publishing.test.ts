import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHead } from '@convite/crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { castBallot } from '../../src/features/ballots/index.ts';
import { openBallotsRoom, openContest, type OpenContest } from './ballots-room.ts';
import { boardBytes } from './board-bytes.ts';
import { sealBallot, sha256 } from './sealed-election.ts';
import { takeAwayEvents } from './take-away-events.ts';

const room = await openBallotsRoom();
afterAll(() => room.close());
const { casting, context } = room.ballots;

const cast = async ({ contest, election }: OpenContest, letter: number, chosen = 1) =>
  castBallot(
    casting,
    contest,
    await sealBallot(election.electionText, election.letters[letter]?.credential ?? '', chosen),
  );

const publish = (contest: string) => casting.publishing.publish(contest);
const headOf = (contest: string): string => readFileSync(join(context.boards.folderOf(contest), 'head'), 'utf8');
const signedHead = (contest: string): string => join(room.folder, 'heads', contest);

const rollBack = (contest: string, height: number): Promise<void> =>
  takeAwayEvents(room.database.pool, contest, height);

describe('a published board', () => {
  it('has a signed head that names its last event', async () => {
    const contest = await openContest(room, 2);
    await cast(contest, 0);
    await cast(contest, 1);
    const { rows } = await room.database.pool.query('select head from elections where contest_id = $1', [
      contest.contest,
    ]);
    expect(readHead(headOf(contest.contest), context.boards.keyText, sha256)).toEqual({
      ok: true,
      value: { contest: contest.contest, size: 3, hash: rows[0]?.head },
    });
  });

  it.each([
    ['an older head', (path: string, older: string) => writeFileSync(path, older)],
    ['no head', (path: string) => rmSync(path)],
  ])('shows what was signed as soon as a server starts, where a power cut left %s', async (_, leave) => {
    const contest = await openContest(room, 2);
    await cast(contest, 0);
    const older = headOf(contest.contest);
    await cast(contest, 1);
    const signed = headOf(contest.contest);
    // The public head is the signed one under another name: another file, as one that was never renamed away.
    const path = join(context.boards.folderOf(contest.contest), 'head');
    rmSync(path);
    writeFileSync(path, '');
    leave(path, older);
    await room.second();
    expect(headOf(contest.contest)).toBe(signed);
  });

  it('is not signed before the opening, when its set-up may still change', async () => {
    const { contest } = await openContest(room, 1);
    await room.database.pool.query(`update contests set status = 'frozen' where id = $1`, [contest]);
    expect(await publish(contest)).toEqual({ ok: false, error: 'not_open_yet' });
    expect(existsSync(context.boards.folderOf(contest))).toBe(false);
  });

  it('is never signed shorter: after a rollback of the database no receipt is given, and nothing on the board changes', async () => {
    const contest = await openContest(room, 3);
    await cast(contest, 0);
    await cast(contest, 1);
    const [head, bytes] = [headOf(contest.contest), boardBytes(context.boards.folderOf(contest.contest))];
    await rollBack(contest.contest, 1);
    expect(await publish(contest.contest)).toEqual({ ok: false, error: 'board_rolled_back' });
    await rollBack(contest.contest, 0);
    expect(await publish(contest.contest)).toEqual({ ok: false, error: 'board_rolled_back' });
    expect(headOf(contest.contest)).toBe(head);
    expect(boardBytes(context.boards.folderOf(contest.contest))).toEqual(bytes);
  });

  it('is never signed different: another ballot at a height that was signed stops the board', async () => {
    const contest = await openContest(room, 3);
    await cast(contest, 0);
    await cast(contest, 1);
    const head = headOf(contest.contest);
    await rollBack(contest.contest, 1);
    expect(await cast(contest, 2, 3)).toEqual({ ok: false, error: { type: 'board_stopped' } });
    expect(await cast(contest, 2, 4)).toEqual({ ok: false, error: { type: 'board_stopped' } });
    expect(headOf(contest.contest)).toBe(head);
  });

  it('takes nothing in while it is stopped, so that what was lost can be put back behind what is left', async () => {
    const contest = await openContest(room, 4);
    await cast(contest, 0);
    await rollBack(contest.contest, 0);
    for (const letter of [1, 2, 3]) {
      expect(await cast(contest, letter)).toEqual({ ok: false, error: { type: 'board_stopped' } });
    }
    expect(await publish(contest.contest)).toEqual({ ok: false, error: 'board_rolled_back' });
    const { rows } = await room.database.pool.query('select height from elections where contest_id = $1', [
      contest.contest,
    ]);
    expect(rows).toEqual([{ height: 0 }]);
  });

  it('is written again from the rows when its files are lost, and its head is not signed anew', async () => {
    const contest = await openContest(room, 2);
    await cast(contest, 0);
    await cast(contest, 1);
    const folder = context.boards.folderOf(contest.contest);
    const [head, bytes] = [headOf(contest.contest), boardBytes(folder)];
    rmSync(folder, { recursive: true });
    expect(await publish(contest.contest)).toMatchObject({ ok: true, value: { size: 3 } });
    await publish(contest.contest);
    expect(boardBytes(folder)).toEqual(bytes);
    expect(headOf(contest.contest)).toBe(head);
  });

  it('forgets what a crash left unsigned: a run beyond the head, drafts, and a head not yet put in place', async () => {
    const contest = await openContest(room, 3);
    await cast(contest, 0);
    const folder = context.boards.folderOf(contest.contest);
    const before = join(room.folder, 'before');
    cpSync(folder, before, { recursive: true });
    copyFileSync(signedHead(contest.contest), join(room.folder, 'signed-before'));
    await cast(contest, 1);
    // The run was written, its head was not signed, and then the database lost it, which nobody had been promised.
    copyFileSync(join(room.folder, 'signed-before'), signedHead(contest.contest));
    copyFileSync(join(before, 'head'), join(folder, 'head'));
    writeFileSync(join(folder, '000000002-000000003.1.bel.new'), 'half');
    await rollBack(contest.contest, 1);
    expect(await cast(contest, 2, 5)).toMatchObject({ ok: true, value: { height: 2 } });
    const { rows } = await room.database.pool.query('select head from elections where contest_id = $1', [
      contest.contest,
    ]);
    expect(readHead(headOf(contest.contest), context.boards.keyText, sha256)).toMatchObject({
      value: { size: 3, hash: rows[0]?.head },
    });
    // The head was signed and not put in place.
    copyFileSync(join(before, 'head'), join(folder, 'head'));
    expect(await publish(contest.contest)).toMatchObject({ ok: true, value: { size: 3 } });
    expect(readFileSync(signedHead(contest.contest), 'utf8')).toBe(headOf(contest.contest));
  });

  it('puts small runs together and stays the same bytes', async () => {
    const contest = await openContest(room, 1);
    const { publicCredential: credential = '' } = contest.election.letters[0] ?? {};
    const record = (text: string) =>
      casting.lines.record(contest.contest, {
        text,
        credential,
        tracker: Buffer.from(sha256(Buffer.from(text)))
          .toString('base64')
          .replace('=', ''),
      });
    for (let i = 0; i < 300; i++) {
      await record(`ballot ${i}`);
      if (i % 7 === 0) await publish(contest.contest);
    }
    await publish(contest.contest);
    const folder = context.boards.folderOf(contest.contest);
    expect(readdirSync(folder).filter((name) => name.endsWith('.bel')).length).toBeLessThan(50);
    const rows = await room.database.pool.query('select count(*)::int as n from board_events where contest_id = $1', [
      contest.contest,
    ]);
    const lists = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const lines = lists.flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'));
    expect(rows.rows[0]?.n).toBe(301);
    expect(lines.filter((line) => line !== '')).toHaveLength(300);
    const bytes = boardBytes(folder);
    rmSync(folder, { recursive: true });
    await publish(contest.contest);
    await publish(contest.contest);
    expect(boardBytes(folder)).toEqual(bytes);
  });
});
