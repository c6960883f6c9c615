import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, joined, testTimestamp } from './archive.fixture.ts';
import { createArchiveWriter, type NewEvent, startArchive } from './archive-writer.ts';
import { joinRecords, splitRecords } from './split-records.ts';
import { portableSha256 } from '../primitives/sha256.ts';

const content = fc.uint8Array({ maxLength: 1200 });

describe('records taken apart', () => {
  it('go together again to the bytes that the writer wrote, and are named by their hashes', () => {
    fc.assert(
      fc.property(fc.array(content, { minLength: 3, maxLength: 12 }), ([election, trustees, credentials, ...rest]) => {
        if (election === undefined || trustees === undefined || credentials === undefined) return;
        const start = startArchive(testTimestamp);
        const writer = createArchiveWriter({ head: start.head, sha256: portableSha256.sha256 });
        const events: readonly NewEvent[] = [
          { type: 'Setup', election, trustees, credentials },
          ...rest.map((payload) => ({ type: 'Ballot', payload }) as const),
          { type: 'EndBallots' },
        ];
        const bytes = joined(
          ...events.map((event) => {
            const appended = writer.append(event);
            if (!appended.ok) throw new Error('the order of events is kept');
            return appended.value.bytes;
          }),
        );
        const records = splitRecords(bytes);
        expect(joinRecords(records, testTimestamp)).toEqual(bytes);
        expect(records.map(({ content: held }) => hashOf(held))).toEqual(records.map(({ sha256 }) => sha256));
        expect(records.filter(({ kind }) => kind === 'event')).toHaveLength(events.length);
      }),
    );
  });

  it('are no first record, no half record and no other bytes', () => {
    const { bytes } = startArchive(testTimestamp);
    expect(() => splitRecords(bytes)).toThrow('records behind the first');
    expect(() => splitRecords(bytes.subarray(0, 100))).toThrow();
    expect(() => splitRecords(new Uint8Array(512))).toThrow('records behind the first');
  });
});
