import { createArchiveWriter, type NewEvent, startArchive } from '@convite/crypto';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { appendToBoard, archiveOfRows } from '../../src/features/ballots/index.ts';
import { recordBallots } from '../../src/features/ballots/usecases/record-ballots.ts';
import { inTransaction, makeDatabase } from '../../src/persistence/database.ts';
import { openBallotsRoom, openContest } from './ballots-room.ts';
import { boardBytes, joined } from './board-bytes.ts';
import { sha256 } from './sealed-election.ts';

const room = await openBallotsRoom();
afterAll(() => room.close());
const database = makeDatabase(room.database.pool);

const payload = fc.uint8Array({ maxLength: 2000 });
const owner = fc.integer({ min: 1, max: 9 });
const after = fc.record({
  ballots: fc.array(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 }), {
    maxLength: 4,
  }),
  tally: payload,
  shuffles: fc.array(fc.record({ owner, payload }), { minLength: 1, maxLength: 3 }),
  decryptions: fc.array(fc.record({ owner, payload }), { minLength: 1, maxLength: 3 }),
  result: payload,
  length: fc.integer({ min: 0, max: 10 }),
});

/** What the offline writer makes of the same events. */
function written(setup: Uint8Array, events: readonly NewEvent[]): Buffer {
  const start = startArchive(1_795_220_101);
  const contents: Uint8Array[] = [];
  for (let at = 1024; at < setup.length;) {
    const size = Number.parseInt(Buffer.from(setup).toString('latin1', at + 124, at + 135), 8);
    contents.push(setup.slice(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  const [election, trustees, credentials] = contents;
  if (election === undefined || trustees === undefined || credentials === undefined)
    throw new Error('a setup has three');
  const writer = createArchiveWriter({ head: start.head, sha256 });
  const parts = [{ type: 'Setup', election, trustees, credentials } as const, ...events].map((event) => {
    const appended = writer.append(event);
    if (!appended.ok) throw new Error('the order is kept');
    return appended.value.bytes;
  });
  return Buffer.concat([start.bytes, ...parts]);
}

describe('the archive of a contest', () => {
  it('comes out of the rows, and of the published files, as the offline writer writes it, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(after, async ({ ballots, tally, shuffles, decryptions, result, length }) => {
        const { contest, election } = await openContest(room, 2);
        const texts = [...new Set(ballots.flat())];
        const { publicCredential: credential = '' } = election.letters[0] ?? {};
        for (const batch of ballots) {
          const checked = batch.map((text) => ({
            text,
            credential,
            tracker: Buffer.from(sha256(Buffer.from(text)))
              .toString('base64')
              .replace('=', ''),
          }));
          await recordBallots(room.ballots.context, contest, checked);
          await room.ballots.casting.publishing.publish(contest);
        }
        const later: readonly Exclude<NewEvent, { readonly type: 'Setup' | 'Ballot' }>[] = [
          { type: 'EndBallots' },
          { type: 'EncryptedTally', payload: tally, numTallied: 1, totalWeight: 1n },
          ...shuffles.map((shuffle) => ({ type: 'Shuffle', ...shuffle }) as const),
          { type: 'EndShuffles' },
          ...decryptions.map((decryption) => ({ type: 'PartialDecryption', ...decryption }) as const),
          { type: 'Result', payload: result },
        ];
        const events = later.slice(0, length);
        for (const event of events) {
          const appended = await inTransaction(database, (tx) =>
            appendToBoard(room.ballots.context.boards, tx, contest, event),
          );
          expect(appended.ok).toBe(true);
        }
        const published = await room.ballots.casting.publishing.publish(contest);
        const expected = written(election.archive, [
          ...texts.map((text) => ({ type: 'Ballot', payload: Buffer.from(text) }) as const),
          ...events,
        ]);
        const regenerated = await joined(archiveOfRows(database, contest));
        expect(Buffer.compare(regenerated, expected)).toBe(0);
        expect(Buffer.compare(boardBytes(room.ballots.context.boards.folderOf(contest)), expected)).toBe(0);
        expect(published).toMatchObject({ ok: true, value: { size: 1 + texts.length + events.length } });
      }),
      { numRuns: 25 },
    );
  });
});
