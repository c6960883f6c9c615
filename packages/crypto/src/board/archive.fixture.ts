import { createHash } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { type Sha256Hex, sha256Hex, type Sha256Maker } from '../primitives/sha256.ts';
import { type ArchiveHead, type ArchiveReading, readArchive, readPayload } from './archive-reader.ts';
import { bytesSource } from './archive-source.ts';
import type { BoardFailure } from './board-checks.ts';
import { createArchiveWriter, type NewEvent, startArchive } from './archive-writer.ts';
import type { BoardEvent } from './board-index.ts';
import { type RecordName, writeRecordHeader, writeRecordName } from './tar-record.ts';

export const testTimestamp = 1_795_220_101;

export const nodeSha256 = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(bytes).digest());

/** The SHA-256 of Node: the tests read many archives. */
const nodeSha256Maker: Sha256Maker = {
  sha256: nodeSha256,
  createSha256: () => {
    const running = createHash('sha256');
    return { update: (bytes) => void running.update(bytes), digest: () => Uint8Array.from(running.digest()) };
  },
};

export const hashOf = (content: Uint8Array): Sha256Hex => sha256Hex(nodeSha256(content));

export const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat([...parts]));

/** A record that a test may write, right or wrong. */
export interface TestRecord {
  readonly kind: 'data' | 'event';
  readonly content: Uint8Array;
  /** Another name than the right one. */
  readonly named?: Sha256Hex;
  readonly timestamp?: number;
}

export const firstRecord = recordBytes(
  { kind: 'archive' },
  utf8(`{"version":1,"timestamp":"${testTimestamp}"}`),
  testTimestamp,
);

export function recordBytes(name: RecordName, content: Uint8Array, timestamp: number): Uint8Array {
  const filled = new Uint8Array(Math.ceil(content.length / 512) * 512);
  filled.set(content);
  return joined(writeRecordHeader({ name, size: content.length, timestamp }), filled);
}

/** An archive of any records, without a look at what they mean. */
export const archiveOf = (records: readonly TestRecord[], first: Uint8Array = firstRecord): Uint8Array =>
  joined(
    first,
    ...records.map(({ kind, content, named, timestamp }) =>
      recordBytes({ kind, sha256: named ?? hashOf(content) }, content, timestamp ?? testTimestamp),
    ),
  );

/** The records behind the first of a sound archive, found without the reader under test. */
export function recordsOf(archive: Uint8Array): readonly TestRecord[] {
  const records: TestRecord[] = [];
  const text = Buffer.from(archive);
  for (let at = 1024; at < archive.length;) {
    const size = Number.parseInt(text.toString('latin1', at + 124, at + 135), 8);
    const kind = text.toString('latin1', at + 65, at + 69) === 'data' ? 'data' : 'event';
    records.push({ kind, content: archive.slice(at + 512, at + 512 + size) });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return records;
}

/**
 * The records of an archive with one thing done to them and every event after it linked again: only what was done is
 * wrong. Heights are counted again unless an event is in `asWritten`.
 */
export function relinked(records: readonly TestRecord[]): readonly TestRecord[] {
  let parent: Sha256Hex | undefined;
  let height = 0;
  return records.map((record) => {
    if (record.kind === 'data') return record;
    const said = Buffer.from(record.content)
      .toString('latin1')
      .replace(/^\{("parent":"[^"]*",)?"height":[0-9]+/, '');
    const content = utf8(`{${parent === undefined ? '' : `"parent":"${parent}",`}"height":${height}${said}`);
    parent = hashOf(content);
    height += 1;
    return { ...record, content };
  });
}

export const read = (bytes: Uint8Array, windowBytes?: number): Promise<ArchiveReading> =>
  readArchive(bytesSource(bytes), {
    sha256: nodeSha256Maker,
    ...(windowBytes === undefined ? {} : { windowBytes }),
  });

/** The ids of the checks that fail, each once. */
export async function failedChecks(bytes: Uint8Array): Promise<readonly string[]> {
  const reading = await read(bytes);
  return reading.ok ? [] : [...new Set(reading.failures.map(({ check }) => check))];
}

/** An archive with these events, written by the writer. */
export function written(events: readonly NewEvent[], timestamp = testTimestamp): Uint8Array {
  const { bytes, head } = startArchive(timestamp);
  return joined(bytes, ...appended(head, events).parts);
}

export function appended(head: ArchiveHead, events: readonly NewEvent[]) {
  const writer = createArchiveWriter({ head, sha256: nodeSha256 });
  const parts = events.map((event) => {
    const result = writer.append(event);
    invariant(result.ok, 'the events of a test are in order');
    return result.value.bytes;
  });
  return { parts, head: writer.head() };
}

/** The events of an accepted archive with their contents, to be written again. */
export async function eventsOf(archive: Uint8Array): Promise<readonly NewEvent[]> {
  const { index } = await read(archive);
  const source = bytesSource(archive);
  const contentOf = async (record: Parameters<typeof readPayload>[1]): Promise<Uint8Array> => {
    const content = await readPayload(source, record, nodeSha256Maker);
    invariant(content.ok, 'nothing changes an archive in memory');
    return content.value;
  };
  const eventOf = async (event: BoardEvent): Promise<NewEvent> => {
    switch (event.type) {
      case 'Setup':
        return {
          type: event.type,
          election: await contentOf(event.election),
          trustees: await contentOf(event.trustees),
          credentials: await contentOf(event.credentials),
        };
      case 'EndBallots':
      case 'EndShuffles':
        return { type: event.type };
      case 'Ballot':
      case 'Result':
        return { type: event.type, payload: await contentOf(event.payload) };
      case 'EncryptedTally': {
        const { type, numTallied, totalWeight } = event;
        return { type, numTallied, totalWeight, payload: await contentOf(event.payload) };
      }
      case 'Shuffle':
      case 'PartialDecryption':
        return { type: event.type, owner: event.owner, payload: await contentOf(event.payload) };
    }
  };
  return Promise.all(Array.from({ length: index.length }, (_, height) => eventOf(index.event(height))));
}

/** A small election with an event of every type. */
export const smallElection: readonly NewEvent[] = [
  { type: 'Setup', election: utf8('{"e":1}'), trustees: utf8('["t"]'), credentials: utf8('["c"]') },
  { type: 'Ballot', payload: utf8('{"b":1}') },
  { type: 'Ballot', payload: utf8('{"b":2}') },
  { type: 'EndBallots' },
  { type: 'EncryptedTally', numTallied: 2, totalWeight: 2n ** 30n, payload: utf8('["tally"]') },
  { type: 'Shuffle', owner: 1, payload: utf8('{"s":1}') },
  { type: 'Shuffle', owner: 2, payload: utf8('{"s":2}') },
  { type: 'EndShuffles' },
  { type: 'PartialDecryption', owner: 1, payload: utf8('{"d":1}') },
  { type: 'Result', payload: utf8('{"result":[]}') },
];

export const nameOf = (kind: 'data' | 'event', content: Uint8Array): string =>
  writeRecordName({ kind, sha256: hashOf(content) });

/** The failures that a reading names; none of an accepted archive. */
export const failuresOf = (reading: ArchiveReading): readonly BoardFailure[] => (reading.ok ? [] : reading.failures);

export const textOf = (record: TestRecord | undefined): string => Buffer.from(record?.content ?? []).toString();

export const dataRecord = (content: string): TestRecord => ({ kind: 'data', content: utf8(content) });

/**
 * The small election, and its records by their place: 0–3 setup, 4 its event, 5–8 two ballots, 9 their end, 10–12 tally,
 * 13–15 and 16–18 shuffles, 19 their end, 20–22 partial decryption, 23–24 result.
 */
export const smallArchive = written(smallElection);
export const smallRecords = recordsOf(smallArchive);

/** Its records with the content of one changed, and nothing else. */
export const withRecord = (at: number, change: (was: string) => string): readonly TestRecord[] =>
  smallRecords.map((record, i) => (i === at ? { ...record, content: utf8(change(textOf(record))) } : record));
