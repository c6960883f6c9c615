import { describe, expect, it } from 'vitest';
import { readSha256Hex } from '../primitives/sha256.ts';
import {
  archiveOf,
  dataRecord,
  firstRecord,
  failedChecks,
  failuresOf,
  hashOf,
  joined,
  read,
  recordBytes,
  relinked,
  smallArchive,
  smallRecords,
  textOf,
  type TestRecord,
  testTimestamp,
  utf8,
  withRecord,
} from './archive.fixture.ts';

const without = (...places: readonly number[]): readonly TestRecord[] =>
  smallRecords.filter((_, i) => !places.includes(i));
const upTo = (count: number, ...more: readonly TestRecord[]): readonly TestRecord[] => [
  ...smallRecords.slice(0, count),
  ...more,
];
const a = hashOf(utf8('a'));

describe('each check alone', () => {
  const first = (content: string, timestamp = testTimestamp) =>
    recordBytes({ kind: 'archive' }, utf8(content), timestamp);
  const cases: readonly (readonly [check: string, defect: string, bytes: Uint8Array, message: RegExp])[] = [
    [
      'container.header',
      'version 2',
      archiveOf(smallRecords, first(`{"version":2,"timestamp":"${testTimestamp}"}`)),
      /version\\":2/,
    ],
    ['container.header', 'a long first record', archiveOf(smallRecords, first('x'.repeat(600))), /is not/],
    ['container.header', 'a second first record', joined(smallArchive, firstRecord), /Only the first/],
    ['container.records', 'blocks of zeros at the end', joined(smallArchive, new Uint8Array(1024)), /block of zeros/],
    ['container.records', 'an end inside a header', smallArchive.subarray(0, -800), /inside a header: 224 of 512/],
    ['container.records', 'an end inside a content', smallArchive.subarray(0, -500), /500 bytes are missing/],
    [
      'container.hashes',
      'another name',
      archiveOf([
        ...smallRecords.slice(0, 24),
        { kind: 'event', content: smallRecords.at(-1)?.content ?? utf8(''), named: a },
      ]),
      /SHA-256/,
    ],
    [
      'container.timestamps',
      'another time',
      archiveOf(smallRecords.map((r, i) => (i === 7 ? { ...r, timestamp: 5 } : r))),
      /time 5,/,
    ],
    [
      'container.timestamps',
      'another time in the first',
      archiveOf(smallRecords, first(`{"version":1,"timestamp":"${testTimestamp}"}`, 5)),
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
      archiveOf(upTo(5, dataRecord('extra'), ...smallRecords.slice(5))),
      /No event demands/,
    ],
    [
      'chain.payloads',
      'a content behind the last event',
      archiveOf([...smallRecords, dataRecord('extra')]),
      /No event demands/,
    ],
    [
      'chain.payloads',
      'many contents that no event demands',
      archiveOf(upTo(5, ...Array.from({ length: 9 }, (_, i) => dataRecord(`${i}`)), ...smallRecords.slice(5))),
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
    ['chain.order', 'no event', firstRecord, /a Setup is due/],
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
    ['decryption with an end of line', 21, 22, (was: string) => `${was}\n`],
    ['decryption in a long record', 21, 22, (was: string) => was.padEnd(600)],
  ])('chain.wrappers: %s', async (_, wrapper, event, change) => {
    const changed = utf8(change(textOf(smallRecords[wrapper])));
    const forged = smallRecords.map((record, i) => {
      if (i === wrapper) return { ...record, content: changed };
      return i === event
        ? { ...record, content: utf8(textOf(record).replace(/[0-9a-f]{64}"\}$/, `${hashOf(changed)}"}`)) }
        : record;
    });
    expect(await failedChecks(archiveOf(relinked(forged)))).toEqual(['chain.wrappers']);
    // Its twin, relinked in the same way with nothing changed, is the archive itself.
    expect(archiveOf(relinked(smallRecords))).toEqual(smallArchive);
  });

  it('container.hashes: a name that differs in any one digit', async () => {
    const content = smallRecords.at(-1)?.content ?? utf8('');
    const right = hashOf(content);
    for (let at = 0; at < 64; at++) {
      const named = readSha256Hex(`${right.slice(0, at)}${right[at] === '0' ? '1' : '0'}${right.slice(at + 1)}`);
      if (named === undefined) throw new Error('a digit was changed into another');
      const archive = archiveOf([...smallRecords.slice(0, -1), { kind: 'event', content, named }]);
      expect(await failedChecks(archive)).toEqual(['container.hashes']);
    }
  });

  it('takes a content that is used twice if it is written twice', async () => {
    const same: TestRecord = { kind: 'data', content: utf8('{"b":1}') };
    const doubled = relinked(
      smallRecords.map((record, i) =>
        i === 7
          ? same
          : i === 8
            ? { ...record, content: utf8(textOf(record).replace(/[0-9a-f]{64}"\}$/, `${hashOf(same.content)}"}`)) }
            : record,
      ),
    );
    expect(await failedChecks(archiveOf(doubled))).toEqual([]);
    expect(await failedChecks(archiveOf(doubled.filter((_, i) => i !== 7)))).toEqual(['chain.payloads']);
  });
});

describe('the two ends of a chain', () => {
  const setup = textOf(smallRecords[3]);
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
    const reading = await read(archiveOf(upTo(5, ...smallRecords.slice(0, 5))));
    const before = hashOf(smallRecords[4]?.content ?? utf8(''));
    expect(failuresOf(reading).map(({ message }) => message)).toEqual([
      'Height 0 stands where 1 is due.',
      `The event names none as its parent; before it stands ${before}.`,
      'Setup cannot stand here. The election is set up already.',
    ]);
  });
});
