import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { castBallot } from '../../src/features/ballots/index.ts';
import { settleInstallation } from '../../src/persistence/installation.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { openBallotsRoom, openContest } from './ballots-room.ts';
import { sealBallot } from './sealed-election.ts';

const room = await openBallotsRoom();
const folder = mkdtempSync(join(tmpdir(), 'convite-other-folder-'));
afterAll(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

it('of two servers on one database with folders of their own, one alone takes ballots and signs', async () => {
  await settleInstallation(makeDatabase(room.database.pool), 'refused', () => room.clock.now);
  const first = await room.second();
  const other = await room.second({ folder });
  expect(other.context.boards.keyText).not.toBe(first.context.boards.keyText);
  const { contest, election } = await openContest({ ...room, ballots: other }, 1);
  const text = await sealBallot(election.electionText, election.letters[0]?.credential ?? '', 1);
  const stopped = { ok: false, error: { type: 'board_stopped' } };
  expect(await castBallot(first.casting, contest, text)).toEqual(stopped);
  expect(await castBallot(other.casting, contest, text)).toMatchObject({ ok: true, value: { height: 1, isNew: true } });
  // Nor does it sign what stands already.
  expect(await castBallot(first.casting, contest, text)).toEqual(stopped);
});
