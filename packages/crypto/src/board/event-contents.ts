import type { Sha256Hex } from '../primitives/sha256.ts';
import type { CheckLog } from './board-checks.ts';
import type { EventContents, RecordContent } from './board-index.ts';
import { type EventText, isBare, readOwnedText, readSetupText, readTallyText } from './board-texts.ts';
import type { EventType } from './event-order.ts';
import type { ScannedRecord } from './record-scanner.ts';
import { blockBytes, writeRecordName } from './tar-record.ts';

/** A data record that waits for the event that demands it. */
export type WaitingRecord = Omit<ScannedRecord, 'name'> & {
  /** The SHA-256 that its name says: by it events and other records refer to it. */
  readonly named: Sha256Hex;
};

/**
 * How many records stand before an event of each type. Their order: election, trustees, credentials and the record that
 * names them; the tally, the shuffle or the partial decryption and the record that names it; the ballot; the result.
 */
const recordsBefore: Readonly<Record<EventType, number>> = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  Shuffle: 2,
  EndShuffles: 0,
  PartialDecryption: 2,
  Result: 1,
};

/** No event demands more records than this. */
export const mostRecordsBefore = 4;

const nameOf = ({ named }: WaitingRecord): string => writeRecordName({ kind: 'data', sha256: named });

const contentOf = ({ offset, size, sha256 }: WaitingRecord): RecordContent => ({
  offset: offset + blockBytes,
  length: size,
  sha256,
});

/** Takes down that no event demands a record. */
export function refuseUnnamed(record: WaitingRecord, height: number, log: CheckLog): void {
  const place = { offset: record.offset, record: nameOf(record), height };
  log.failed('chain.payloads', place, 'No event demands this record.');
}

/** An event as it was found: what it says, where its record stands, which event of the file it is, from 0. */
export interface FoundEvent {
  readonly says: EventText;
  readonly offset: number;
  readonly height: number;
}

/**
 * Finds the contents of an event among the records written since the event before.
 *
 * Checks `chain.payloads` and `chain.wrappers`: the records are exactly those that the type demands, the event names the
 * last of them, and that one names the others.
 *
 * @returns undefined where a content is missing or not the one that is named
 */
export function readEventContents(
  { says: { type, payload }, offset, height }: FoundEvent,
  waiting: readonly WaitingRecord[],
  log: CheckLog,
): EventContents | undefined {
  const demanded = recordsBefore[type];
  log.made('chain.payloads');
  for (const record of waiting.slice(0, Math.max(0, waiting.length - demanded))) refuseUnnamed(record, height, log);
  if (isBare(type)) return { type };

  const last = waiting.at(-1);
  if (last === undefined || waiting.length < demanded) {
    const message = `${type} demands ${demanded} records before it; there are ${waiting.length}.`;
    log.failed('chain.payloads', { offset, height }, message);
    return undefined;
  }
  if (payload !== last.named) {
    const message = `The event names ${payload}; the record before it is ${last.named}.`;
    log.failed('chain.payloads', { offset, height }, message);
    return undefined;
  }
  return type === 'Ballot' || type === 'Result'
    ? { type, payload: contentOf(last) }
    : readWrapped(type, last, waiting, height, log);
}

function readWrapped(
  type: Exclude<EventType, 'Ballot' | 'Result' | 'EndBallots' | 'EndShuffles'>,
  last: WaitingRecord,
  waiting: readonly WaitingRecord[],
  height: number,
  log: CheckLog,
): EventContents | undefined {
  const place = { offset: last.offset, record: nameOf(last), height };
  const text = last.text ?? '';
  const unreadable = (form: string): undefined => {
    log.failed('chain.wrappers', place, `The record is not written as ${form}.`);
    return undefined;
  };
  const named = (hash: Sha256Hex, record: WaitingRecord | undefined): RecordContent | undefined => {
    if (record?.named === hash) return contentOf(record);
    log.failed('chain.payloads', place, `The record names ${hash}; in its place stands ${record?.named}.`);
    return undefined;
  };
  log.made('chain.wrappers');
  switch (type) {
    case 'Setup': {
      const setup = readSetupText(text);
      if (setup === undefined) return unreadable('{"election":…,"trustees":…,"credentials":…}');
      const election = named(setup.election, waiting.at(-4));
      const trustees = named(setup.trustees, waiting.at(-3));
      const credentials = named(setup.credentials, waiting.at(-2));
      return election && trustees && credentials && { type, election, trustees, credentials };
    }
    case 'EncryptedTally': {
      const tally = readTallyText(text);
      if (tally === undefined) return unreadable('{"num_tallied":…,"total_weight":…,"encrypted_tally":…}');
      const payload = named(tally.encryptedTally, waiting.at(-2));
      return payload && { type, payload, numTallied: tally.numTallied, totalWeight: tally.totalWeight };
    }
    case 'Shuffle':
    case 'PartialDecryption': {
      const owned = readOwnedText(text);
      if (owned === undefined) return unreadable('{"owner":…,"payload":…}');
      const payload = named(owned.payload, waiting.at(-2));
      return payload && { type, owner: owned.owner, payload };
    }
  }
}
