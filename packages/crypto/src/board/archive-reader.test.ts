import { describe, expect, it } from 'vitest';
import { portableSha256 } from '../primitives/sha256.ts';
import {
  archiveOf,
  FIRST_RECORD,
  failedChecks,
  hashOf,
  joined,
  nameOf,
  read,
  recordBytes,
  recordsOf,
  relinked,
  SMALL_ELECTION,
  type TestRecord,
  TIMESTAMP,
  utf8,
  written,
} from './archive.fixture.ts';
import { type ArchiveReading, readArchive, readPayload } from './archive-reader.ts';
import { bytesSource } from './archive-source.ts';

const small = written(SMALL_ELECTION);
const records = recordsOf(small);
// Records by their place: 0–3 setup, 4 its event, 5–8 two ballots, 9 end, 10–12 tally, 13–15 and 16–18 shuffles, 19 end
// of them, 20–22 decryption, 23–24 result.
const text = (record: TestRecord | undefined): string => Buffer.from(record?.content ?? []).toString();
const withRecord = (at: number, change: (was: string) => string): readonly TestRecord[] =>
  records.map((record, i) => (i === at ? { ...record, content: utf8(change(text(record))) } : record));
const without = (...places: readonly number[]): readonly TestRecord[] => records.filter((_, i) => !places.includes(i));
const data = (content: string): TestRecord => ({ kind: 'data', content: utf8(content) });
const upTo = (count: number, ...more: readonly TestRecord[]): readonly TestRecord[] => [
  ...records.slice(0, count),
  ...more,
];

const failuresOf = (reading: ArchiveReading) => (reading.ok ? [] : reading.failures);
const a = hashOf(utf8('a'));

describe('a sound archive', () => {
  it('is accepted, with its head, its events and how often each check was made', async () => {
    const reading = await read(small);
    const last = records.at(-1)?.content ?? new Uint8Array(0);
    expect(reading).toMatchObject({
      ok: true,
      archiveSha256: hashOf(small),
      head: { timestamp: TIMESTAMP, height: 10, parent: hashOf(last), state: 'finished' },
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
    expect(reading.index.event(9)).toMatchObject({ hash: hashOf(last), end: small.length });
  });

  it('reads the same through windows that cut records anywhere', async () => {
    const long = written([...SMALL_ELECTION.slice(0, 1), { type: 'Ballot', payload: new Uint8Array(5000).fill(7) }]);
    for (const bytes of [small, long]) {
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
      const reading = await readArchive(bytesSource(small), { sha256: portableSha256, windowBytes });
      expect(reading).toMatchObject({ ok: true, archiveSha256: hashOf(small) });
    }
  });

  it('tells of its progress to the last byte', async () => {
    const told: number[] = [];
    await readArchive(bytesSource(small), {
      sha256: portableSha256,
      windowBytes: 4096,
      progress: (done) => void told.push(done),
    });
    expect(told.at(-1)).toBe(small.length);
    expect(told.length).toBeGreaterThanOrEqual(small.length / 4096);
    expect(told.toSorted((x, y) => x - y)).toEqual(told);
  });

  it('gives its contents, and refuses one that changed since', async () => {
    const copy = small.slice();
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
    const source = { size: small.length, read: () => Promise.resolve(new Uint8Array(3)) };
    await expect(readArchive(source, { sha256: portableSha256 })).rejects.toThrow('all the bytes');
  });
});

describe('what is no archive', () => {
  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text', utf8('{"version":1}')],
    ['a block of zeros', new Uint8Array(512)],
    ['an archive without its first record', small.subarray(1024)],
    ['a first record of a longer name', joined(utf8('BELENIOS2'), small.subarray(9))],
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

describe('each check alone', () => {
  const first = (content: string, timestamp = TIMESTAMP) => recordBytes({ kind: 'archive' }, utf8(content), timestamp);
  const cases: readonly (readonly [check: string, defect: string, bytes: Uint8Array, message: RegExp])[] = [
    [
      'container.header',
      'version 2',
      archiveOf(records, first(`{"version":2,"timestamp":"${TIMESTAMP}"}`)),
      /version\\":2/,
    ],
    ['container.header', 'a long first record', archiveOf(records, first('x'.repeat(600))), /is not/],
    ['container.header', 'a second first record', joined(small, FIRST_RECORD), /Only the first/],
    ['container.records', 'blocks of zeros at the end', joined(small, new Uint8Array(1024)), /block of zeros/],
    ['container.records', 'an end inside a header', small.subarray(0, -800), /inside a header: 224 of 512/],
    ['container.records', 'an end inside a content', small.subarray(0, -500), /500 bytes are missing/],
    [
      'container.hashes',
      'another name',
      archiveOf([...records.slice(0, 24), { kind: 'event', content: records.at(-1)?.content ?? utf8(''), named: a }]),
      /SHA-256/,
    ],
    [
      'container.timestamps',
      'another time',
      archiveOf(records.map((r, i) => (i === 7 ? { ...r, timestamp: 5 } : r))),
      /time 5,/,
    ],
    [
      'container.timestamps',
      'another time in the first',
      archiveOf(records, first(`{"version":1,"timestamp":"${TIMESTAMP}"}`, 5)),
      /time 5,/,
    ],
    [
      'chain.form',
      'a space in the last event',
      archiveOf(withRecord(24, (was) => was.replace(',', ', '))),
      /is not written as/,
    ],
    ['chain.form', 'a long event', archiveOf(withRecord(24, () => 'x'.repeat(600))), /is not written as/],
    [
      'chain.form',
      'a height left out',
      archiveOf(withRecord(24, (was) => was.replace(':9,', ':10,'))),
      /Height 10 stands where 9/,
    ],
    [
      'chain.links',
      'another parent',
      archiveOf(withRecord(24, (was) => was.replace(/[0-9a-f]{64}/, a))),
      /as its parent/,
    ],
    [
      'chain.payloads',
      'a content that no event demands',
      archiveOf(upTo(5, data('extra'), ...records.slice(5))),
      /No event demands/,
    ],
    ['chain.payloads', 'a content behind the last event', archiveOf([...records, data('extra')]), /No event demands/],
    [
      'chain.payloads',
      'many contents that no event demands',
      archiveOf(upTo(5, ...Array.from({ length: 9 }, (_, i) => data(`${i}`)), ...records.slice(5))),
      /No event demands/,
    ],
    [
      'chain.payloads',
      'a content that is missing',
      archiveOf(relinked(without(23))),
      /Result demands 1 records before it; there are 0/,
    ],
    [
      'chain.payloads',
      'half of what is demanded',
      archiveOf(relinked(without(20))),
      /PartialDecryption demands 2 records before it; there are 1/,
    ],
    ['chain.payloads', 'another content', archiveOf(withRecord(23, () => '{}')), /the record before it is/],
    [
      'chain.payloads',
      'an election that the setup does not name',
      archiveOf(withRecord(0, () => '{}')),
      /in its place stands/,
    ],
    ['chain.payloads', 'a tally that is not named', archiveOf(withRecord(10, () => '{}')), /in its place stands/],
    ['chain.payloads', 'a shuffle that is not named', archiveOf(withRecord(13, () => '{}')), /in its place stands/],
    [
      'chain.order',
      'no vote that ended',
      archiveOf(relinked(without(9))),
      /EncryptedTally cannot stand here. The vote has not ended/,
    ],
    ['chain.order', 'no event', FIRST_RECORD, /a Setup is due/],
  ];
  it.each(cases)('%s: %s', async (check, _, bytes, message) => {
    const reading = await read(bytes);
    expect(reading).toMatchObject({ ok: false, reason: 'refused', archiveSha256: hashOf(bytes) });
    expect([...new Set(failuresOf(reading).map((failure) => failure.check))]).toEqual([check]);
    expect(failuresOf(reading)[0]?.message).toMatch(message);
  });

  // What names a changed record has to be changed with it, as one who forges would.
  it.each([
    ['setup', 3, 4, (was: string) => was.replace('{', '{ ')],
    ['tally', 11, 12, (was: string) => was.replace('"1073741824"', '1073741824')],
    ['shuffle', 14, 15, (was: string) => was.replace('"owner":1', '"owner":0')],
    ['decryption', 21, 22, (was: string) => was.replace('"owner":1', '"owner":01')],
    ['decryption in a long record', 21, 22, (was: string) => was.padEnd(600)],
  ])('chain.wrappers: %s', async (_, wrapper, event, change) => {
    const changed = utf8(change(text(records[wrapper])));
    const forged = records.map((record, i) => {
      if (i === wrapper) return { ...record, content: changed };
      return i === event
        ? { ...record, content: utf8(text(record).replace(/[0-9a-f]{64}"\}$/, `${hashOf(changed)}"}`)) }
        : record;
    });
    expect(await failedChecks(archiveOf(relinked(forged)))).toEqual(['chain.wrappers']);
    // Its twin, relinked in the same way with nothing changed, is the archive itself.
    expect(archiveOf(relinked(records))).toEqual(small);
  });

  it('takes a content that is used twice if it is written twice', async () => {
    const same: TestRecord = { kind: 'data', content: utf8('{"b":1}') };
    const doubled = relinked(
      records.map((record, i) =>
        i === 7
          ? same
          : i === 8
            ? { ...record, content: utf8(text(record).replace(/[0-9a-f]{64}"\}$/, `${hashOf(same.content)}"}`)) }
            : record,
      ),
    );
    expect(await failedChecks(archiveOf(doubled))).toEqual([]);
    expect(await failedChecks(archiveOf(doubled.filter((_, i) => i !== 7)))).toEqual(['chain.payloads']);
  });
});

describe('the two ends of a chain', () => {
  const setup = text(records[3]);
  const setupEvent = (before: string, height: number): TestRecord => ({
    kind: 'event',
    content: utf8(`{${before}"height":${height},"type":"Setup","payload":"${hashOf(utf8(setup))}"}`),
  });

  it('does not begin above height 0', async () => {
    const reading = await read(archiveOf(upTo(4, setupEvent(`"parent":"${a}",`, 1))));
    expect(failuresOf(reading).map(({ message }) => message)).toEqual([
      'Height 1 stands where 0 is due.',
      `The event names ${a} as its parent; before it stands none.`,
    ]);
  });

  it('does not begin twice', async () => {
    const reading = await read(archiveOf(upTo(5, ...records.slice(0, 5))));
    const before = hashOf(records[4]?.content ?? utf8(''));
    expect(failuresOf(reading).map(({ message }) => message)).toEqual([
      'Height 0 stands where 1 is due.',
      `The event names none as its parent; before it stands ${before}.`,
      'Setup cannot stand here. The election is set up already.',
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
          record: nameOf('event', utf8(text(records[24]).replace(',', ', '))),
          height: 9,
        },
        message: 'The event is not written as {"parent":…,"height":…,"type":…,"payload":…}.',
      },
    ]);
  });

  it('goes on after a failure and finds all of them', async () => {
    const bytes = small.slice();
    bytes[1024 + 100] = 0x39; // mode of the first content
    bytes[1024 + 512] = 0x39; // the first content
    bytes[1024 + 1023] = 0x39; // its padding
    const reading = await read(joined(bytes, utf8('x')));
    expect(failuresOf(reading).map(({ check, place }) => [check, place.offset])).toEqual([
      ['container.records', 1124],
      ['container.records', 2047],
      ['container.hashes', 1024],
      ['container.records', small.length],
    ]);
    expect(reading.index.length).toBe(10);
  });

  it('stops where nobody can know where the next record stands', async () => {
    const bytes = small.slice();
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
    const reading = await read(archiveOf(records, first));
    expect(reading.checks['container.timestamps']).toEqual({ made: 26, failed: 25 });
  });

  it('says nothing of times where none can be read', async () => {
    const first = recordBytes({ kind: 'archive' }, utf8('{}'), TIMESTAMP);
    first[140] = 0x58;
    expect(await failedChecks(archiveOf(records, first))).toEqual(['container.records', 'container.header']);
  });

  it('leaves out of the index what does not stand where it may', async () => {
    const { index } = await read(archiveOf(relinked([...records, ...records.slice(0, 5)])));
    expect(index.length).toBe(10);
    expect(index.event(0).end).toBe(7 * 1024 - 1024);
  });

  it('keeps the first thousand failures of a check and the number of all', async () => {
    const many = Array.from({ length: 1500 }, (_, i) => data(String(i)));
    const reading = await read(archiveOf([...many, ...records]));
    expect(reading.checks['chain.payloads'].failed).toBe(1500);
    expect(failuresOf(reading)).toHaveLength(1000);
  });
});
