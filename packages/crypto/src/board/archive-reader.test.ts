import { describe, expect, it } from 'vitest';
import { portableSha256 } from '../primitives/sha256.ts';
import {
  archiveOf,
  dataRecord,
  failedChecks,
  failuresOf,
  hashOf,
  joined,
  nameOf,
  read,
  recordBytes,
  relinked,
  smallArchive,
  smallElection,
  smallRecords,
  textOf,
  type TestRecord,
  testTimestamp,
  utf8,
  withRecord,
  written,
} from './archive.fixture.ts';
import { readArchive, readPayload } from './archive-reader.ts';
import { bytesSource } from './archive-source.ts';

describe('a sound archive', () => {
  it('is accepted, with its head, its events and how often each check was made', async () => {
    const reading = await read(smallArchive);
    const last = smallRecords.at(-1)?.content ?? new Uint8Array(0);
    expect(reading).toMatchObject({
      ok: true,
      archiveSha256: hashOf(smallArchive),
      head: { timestamp: testTimestamp, height: 10, parent: hashOf(last), state: 'finished' },
    });
    expect(reading.checks).toEqual({
      'container.header': { made: 1, failed: 0 },
      'container.records': { made: 26, failed: 0 },
      'container.hashes': { made: 25, failed: 0 },
      'container.timestamps': { made: 26, failed: 0 },
      'chain.form': { made: 10, failed: 0 },
      'chain.links': { made: 10, failed: 0 },
      'chain.payloads': { made: 10, failed: 0 },
      'chain.wrappers': { made: 5, failed: 0 },
      'chain.order': { made: 10, failed: 0 },
      'earlier.extends': { made: 0, failed: 0 },
    });
    expect(reading.index.length).toBe(10);
    expect(reading.index.event(4)).toMatchObject({ type: 'EncryptedTally', numTallied: 2, totalWeight: 2n ** 30n });
    expect(reading.index.event(6)).toMatchObject({
      type: 'Shuffle',
      owner: 2,
      payload: { sha256: hashOf(utf8('{"s":2}')) },
    });
    expect(reading.index.event(9)).toMatchObject({ hash: hashOf(last), end: smallArchive.length });
  });

  it('reads the same through windows that cut records anywhere', async () => {
    const long = written([...smallElection.slice(0, 1), { type: 'Ballot', payload: new Uint8Array(5000).fill(7) }]);
    for (const bytes of [smallArchive, long]) {
      const whole = await read(bytes);
      for (const windowBytes of [512, 513, 700, 1024, 4096]) {
        const reading = await read(bytes, windowBytes);
        expect({ ...reading, index: undefined }).toEqual({ ...whole, index: undefined });
        expect(reading.index.event(1)).toEqual(whole.index.event(1));
      }
    }
  });

  it('reads the same with the portable SHA-256', async () => {
    for (const windowBytes of [512, 4096]) {
      const reading = await readArchive(bytesSource(smallArchive), { sha256: portableSha256, windowBytes });
      expect(reading).toMatchObject({ ok: true, archiveSha256: hashOf(smallArchive) });
    }
  });

  it('tells of its progress to the last byte', async () => {
    const told: number[] = [];
    await readArchive(bytesSource(smallArchive), {
      sha256: portableSha256,
      windowBytes: 4096,
      progress: (done) => void told.push(done),
    });
    expect(told.at(-1)).toBe(smallArchive.length);
    expect(told.length).toBeGreaterThanOrEqual(smallArchive.length / 4096);
    expect(told.toSorted((x, y) => x - y)).toEqual(told);
  });

  it('gives its contents, and refuses one that changed since', async () => {
    const copy = smallArchive.slice();
    const { index } = await read(copy);
    const event = index.event(1);
    if (event.type !== 'Ballot') throw new Error('a ballot is second');
    const { offset } = event.payload;
    expect(await readPayload(bytesSource(copy), event.payload, portableSha256)).toEqual({
      ok: true,
      value: utf8('{"b":1}'),
    });
    copy[offset] = 0;
    expect(await readPayload(bytesSource(copy), event.payload, portableSha256)).toMatchObject({
      ok: false,
      error: { check: 'container.hashes', place: { offset } },
    });
  });

  it('from a source that gives too little is a fault', async () => {
    const source = { size: smallArchive.length, read: () => Promise.resolve(new Uint8Array(3)) };
    await expect(readArchive(source, { sha256: portableSha256 })).rejects.toThrow('all the bytes');
  });
});

describe('what is no archive', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text', utf8('{"version":1}')],
    ['a block of zeros', new Uint8Array(512)],
    ['an archive without its first record', smallArchive.subarray(1024)],
    ['a first record of a longer name', joined(utf8('BELENIOS2'), smallArchive.subarray(9))],
  ])('%s', async (_, bytes) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ ok: false, reason: 'not_an_archive', archiveSha256: hashOf(bytes) });
    expect(failuresOf(reading)).toEqual([
      {
        check: 'container.header',
        place: { offset: 0 },
        message: 'The file does not begin with a record named BELENIOS.',
      },
    ]);
  });
});

describe('the places of failures', () => {
  it('names offset, record and height', async () => {
    const bytes = archiveOf(withRecord(24, (was) => was.replace(',', ', ')));
    expect(failuresOf(await read(bytes))).toEqual([
      {
        check: 'chain.form',
        place: {
          offset: bytes.length - 1024,
          record: nameOf('event', utf8(textOf(smallRecords[24]).replace(',', ', '))),
          height: 9,
        },
        message: 'The event is not written as {"parent":…,"height":…,"type":…,"payload":…}.',
      },
    ]);
  });

  it('goes on after a failure and finds all of them', async () => {
    const bytes = smallArchive.slice();
    bytes[1024 + 100] = 0x39; // mode of the first content
    bytes[1024 + 512] = 0x39; // the first content
    bytes[1024 + 1023] = 0x39; // its padding
    const reading = await read(joined(bytes, utf8('x')));
    expect(failuresOf(reading).map(({ check, place }) => [check, place.offset])).toEqual([
      ['container.records', 1124],
      ['container.records', 2047],
      ['container.hashes', 1024],
      ['container.records', smallArchive.length],
    ]);
    expect(reading.index.length).toBe(10);
  });

  it('takes one event that is wrong for one failure, not for one at each event that follows', async () => {
    const failed = async (records: readonly TestRecord[]) =>
      failuresOf(await read(archiveOf(records))).map(({ check, place }) => [check, place.height]);
    // A vote left out and nothing linked again; an event that nobody can read; no end of the vote.
    expect(await failed(smallRecords.filter((_, i) => i !== 5 && i !== 6))).toEqual([
      ['chain.form', 1],
      ['chain.links', 1],
    ]);
    const unreadable = utf8('{}');
    const next = utf8(textOf(smallRecords[8]).replace(/[0-9a-f]{64}/, hashOf(unreadable)));
    expect(
      await failed(
        smallRecords.slice(0, 9).map((record, i) => ({
          ...record,
          content: i === 6 ? unreadable : i === 8 ? next : record.content,
        })),
      ),
    ).toEqual([['chain.form', 1]]);
    expect(await failed(relinked(smallRecords.filter((_, i) => i !== 9)))).toEqual([['chain.order', 3]]);
  });

  it('stops where nobody can know where the next record stands', async () => {
    const bytes = smallArchive.slice();
    bytes[2048] = 0x58;
    const reading = await read(bytes);
    expect(failuresOf(reading).map(({ check, place }) => [check, place.offset])).toEqual([['container.records', 2048]]);
    expect(reading).toMatchObject({
      archiveSha256: hashOf(bytes),
      checks: { 'container.records': { made: 3, failed: 1 } },
    });
  });

  it('holds the times of records against the first where the first says none', async () => {
    const first = recordBytes({ kind: 'archive' }, utf8('{}'), 5);
    const reading = await read(archiveOf(smallRecords, first));
    expect(reading.checks['container.timestamps']).toEqual({ made: 26, failed: 25 });
  });

  it('holds the times of records against the first, even where another one is named as it is', async () => {
    const second = recordBytes({ kind: 'archive' }, utf8(`{"version":1,"timestamp":"5"}`), 5);
    const bytes = joined(smallArchive, second);
    expect(failuresOf(await read(bytes)).map(({ check, place }) => [check, place.offset])).toEqual([
      ['container.header', smallArchive.length],
      ['container.timestamps', smallArchive.length],
    ]);
  });

  it('says nothing of times where none can be read', async () => {
    const first = recordBytes({ kind: 'archive' }, utf8('{}'), testTimestamp);
    first[140] = 0x58;
    expect(await failedChecks(archiveOf(smallRecords, first))).toEqual(['container.records', 'container.header']);
  });

  it('leaves out of the index what does not stand where it may', async () => {
    const { index } = await read(archiveOf(relinked([...smallRecords, ...smallRecords.slice(0, 5)])));
    expect(index.length).toBe(10);
    expect(index.event(0).end).toBe(7 * 1024 - 1024);
  });

  it('keeps the first thousand failures of a check and the number of all', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => dataRecord(String(i)));
    const reading = await read(archiveOf([...many, ...smallRecords]));
    expect(reading.checks['chain.payloads'].failed).toBe(1500);
    expect(failuresOf(reading)).toHaveLength(1000);
  });
});
