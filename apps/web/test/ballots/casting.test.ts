import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReceiptOnBoard, readArchive, bytesSource, type Sha256Maker } from '@convite/crypto';
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { castBallot } from '../../src/features/ballots/index.ts';
import { openBallotsRoom, openContest } from './ballots-room.ts';
import { boardBytes } from './board-bytes.ts';
import { sealBallot, sha256 } from './sealed-election.ts';
import { moveContest } from './voting-contest.ts';

const room = await openBallotsRoom();
afterAll(() => room.close());
const { casting, context } = room.ballots;

const sha256Maker: Sha256Maker = {
  sha256,
  createSha256: () => {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() };
  },
};

describe('casting a ballot', () => {
  it('gives a receipt that holds, offline and on the board that is published with it', async () => {
    const { contest, election } = await openContest(room, 3);
    const text = await sealBallot(election.electionText, election.letters[0]?.credential ?? '', 2);
    const cast = await castBallot(casting, contest, text);
    if (!cast.ok) throw new Error(JSON.stringify(cast.error));
    expect(cast.value).toMatchObject({ height: 1, isNew: true });
    const archive = boardBytes(context.boards.folderOf(contest));
    const reading = await readArchive(bytesSource(archive), { sha256: sha256Maker });
    expect(reading.ok).toBe(true);
    const board = { index: reading.index, electionText: election.electionText };
    const checked = checkReceiptOnBoard(cast.value.receipt, context.boards.keyText, board, sha256);
    expect(checked).toMatchObject({ ok: true, value: { contest, height: 1, tracker: cast.value.tracker } });
    expect(archive.subarray(0, election.archive.length)).toEqual(election.archive);
    const about = JSON.parse(readFileSync(join(context.boards.folderOf(contest), 'about.json'), 'utf8'));
    expect(about).toMatchObject({ contest, key: context.boards.keyText });
  });

  it('answers the same ballot with the same receipt, also after the end, and records it once', async () => {
    const { contest, election, ...stored } = await openContest(room, 2);
    const text = await sealBallot(election.electionText, election.letters[0]?.credential ?? '', 1);
    const first = await castBallot(casting, contest, text);
    const again = await castBallot(casting, contest, text);
    await moveContest(room.database.pool, { contest, ...stored }, 'closed');
    const late = await castBallot(casting, contest, text);
    if (!first.ok || !again.ok || !late.ok) throw new Error('all three are answered');
    expect([again.value.receipt, late.value.receipt]).toEqual([first.value.receipt, first.value.receipt]);
    const { rows } = await room.database.pool.query('select height from elections where contest_id = $1', [contest]);
    expect(rows).toEqual([{ height: 1 }]);
  });

  it('takes another ballot of the same credential as its next revision', async () => {
    const { contest, election } = await openContest(room, 1);
    const credential = election.letters[0]?.credential ?? '';
    for (const chosen of [1, 2, 0]) {
      const cast = await castBallot(casting, contest, await sealBallot(election.electionText, credential, chosen));
      expect(cast).toMatchObject({ ok: true, value: { height: chosen === 0 ? 3 : chosen } });
    }
    const { rows } = await room.database.pool.query(
      'select ballots, voters, (select array_agg(revision order by height) from board_ballots b where b.contest_id = e.contest_id) as revisions from elections e where contest_id = $1',
      [contest],
    );
    expect(rows).toEqual([{ ballots: 3, voters: 1, revisions: [1, 2, 3] }]);
  });

  it('refuses before the opening, after the closing instant, and after the vote was closed', async () => {
    const { contest, election, ...stored } = await openContest(room, 1);
    const text = await sealBallot(election.electionText, election.letters[0]?.credential ?? '', 1);
    const at = room.clock.now;
    const type = async () => {
      const cast = await castBallot(casting, contest, text);
      return cast.ok ? 'cast' : cast.error.type;
    };
    room.clock.now = new Date(at.getTime() - 3_700_000);
    expect(await type()).toBe('not_open_yet');
    room.clock.now = new Date(at.getTime() + 3_700_000);
    expect(await type()).toBe('closed');
    room.clock.now = at;
    await moveContest(room.database.pool, { contest, ...stored }, 'frozen');
    expect(await type()).toBe('not_open_yet');
    await moveContest(room.database.pool, { contest, ...stored }, 'closed');
    expect(await type()).toBe('closed');
    await moveContest(room.database.pool, { contest, ...stored }, 'open');
    expect(await type()).toBe('cast');
  });

  it('refuses ballots of another election, of an unlisted credential, of an unreleased spare, and altered ones', async () => {
    const { contest, election } = await openContest(room, 2, { spares: 1 });
    const other = await openContest(room, 1);
    const seal = (text: string, letter: { credential: string } | undefined) =>
      sealBallot(text, letter?.credential ?? '', 1);
    const cast = async (text: string) => {
      const answer = await castBallot(casting, contest, text);
      return answer.ok ? 'cast' : answer.error;
    };
    const own = await seal(election.electionText, election.letters[0]);
    expect(await cast(await seal(other.election.electionText, other.election.letters[0]))).toEqual({
      type: 'unknown_credential',
    });
    expect(await cast(await seal(election.electionText, other.election.letters[0]))).toEqual({
      type: 'unknown_credential',
    });
    expect(await cast(await seal(election.electionText, election.letters[1]))).toEqual({ type: 'void_credential' });
    const altered = own.replace(/"response":"(\d)/u, (_, digit: string) => `"response":"${(Number(digit) % 8) + 1}`);
    expect(await cast(altered)).toMatchObject({ type: 'refused_ballot' });
    expect(await cast(`${own} `)).toMatchObject({ type: 'refused_ballot', failures: [{ check: 'ballot.canonical' }] });
    expect(await cast('{"election_uuid":')).toMatchObject({ type: 'refused_ballot' });
    const { rows } = await room.database.pool.query('select height from elections where contest_id = $1', [contest]);
    expect(rows).toEqual([{ height: 0 }]);
    expect(await cast(own)).toBe('cast');
  });

  it('answers a contest without election as an unknown one', async () => {
    expect(await castBallot(casting, '00000000-0000-4000-8000-000000000000', '{}')).toEqual({
      ok: false,
      error: { type: 'unknown_contest' },
    });
  });
});
