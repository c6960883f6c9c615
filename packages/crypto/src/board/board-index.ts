import { invariant } from '@convite/kernel';
import { hexToBytes } from '@noble/hashes/utils.js';
import { sha256Hex, type Sha256Hex } from '../primitives/sha256.ts';
import { eventTypes, type EventType } from './event-order.ts';
import { blockBytes } from './tar-record.ts';

/** The content of a record: where it stands in the archive, and its hash. */
export interface RecordContent {
  /** In bytes from the start of the archive. */
  readonly offset: number;
  readonly length: number;
  readonly sha256: Sha256Hex;
}

/** The type of an event and where its contents stand. */
export type EventContents =
  | {
      readonly type: 'Setup';
      readonly election: RecordContent;
      readonly trustees: RecordContent;
      readonly credentials: RecordContent;
    }
  | { readonly type: 'Ballot' | 'Result'; readonly payload: RecordContent }
  | {
      readonly type: 'EncryptedTally';
      readonly payload: RecordContent;
      readonly numTallied: number;
      readonly totalWeight: bigint;
    }
  | { readonly type: 'Shuffle' | 'PartialDecryption'; readonly owner: number; readonly payload: RecordContent }
  | { readonly type: 'EndBallots' | 'EndShuffles' };

/** An event of the board. */
export type BoardEvent = EventContents & {
  /** SHA-256 of the event itself: what the next one names as its parent. */
  readonly hash: Sha256Hex;
  /** Where the next event's records begin: the archive up to here is itself an archive. */
  readonly end: number;
};

export type SetupEvent = Extract<BoardEvent, { readonly type: 'Setup' }>;
export type EncryptedTallyEvent = Extract<BoardEvent, { readonly type: 'EncryptedTally' }>;

/** The events of an archive by height, from 0. */
export interface BoardIndex {
  /** How many events there are. */
  readonly length: number;
  /** @throws InvariantError unless 0 ≤ height < length */
  readonly event: (height: number) => BoardEvent;
  readonly typeAt: (height: number) => EventType;
  /** Height of the event whose records hold the byte; `length` for a byte behind the last. */
  readonly heightAt: (offset: number) => number;
}

export interface GrowingIndex extends BoardIndex {
  /** Takes the next event. Requires: at most one Setup and one EncryptedTally. */
  readonly append: (event: BoardEvent) => void;
}

// Columns of a row, by their first byte.
const payloadBlockColumn = 0;
const payloadLengthColumn = 4;
const endBlockColumn = 8;
const ownerColumn = 12;
const hashColumn = 16;
const payloadHashColumn = 48;
const typeColumn = 80;

/** Memory for each event: a million ballots are 81 MB, where an object for each would be ten times as much. */
export const eventBytes = 81;

const rowsOfChunk = 2 ** 14;

/**
 * An index that grows by chunks of rows of bytes, so that growing copies nothing.
 *
 * Units: places are kept in blocks of 512 bytes; four bytes reach 2 TiB.
 */
export function createBoardIndex(): GrowingIndex {
  const chunks: DataView[] = [];
  let length = 0;
  let setup: SetupEvent | undefined;
  let tally: EncryptedTallyEvent | undefined;

  const rowAt = (height: number): DataView => {
    const chunk = chunks[Math.floor(height / rowsOfChunk)];
    invariant(chunk !== undefined && height < length, 'the index has an event at this height');
    return new DataView(chunk.buffer, (height % rowsOfChunk) * eventBytes, eventBytes);
  };
  const typeOf = (row: DataView): EventType => {
    const type = eventTypes[row.getUint8(typeColumn)];
    invariant(type !== undefined, 'a row holds the number of a type');
    return type;
  };
  const endOf = (height: number): number => rowAt(height).getUint32(endBlockColumn) * blockBytes;

  return {
    get length() {
      return length;
    },
    typeAt: (height) => typeOf(rowAt(height)),
    event: (height) => {
      const row = rowAt(height);
      const type = typeOf(row);
      const hash = hashIn(row, hashColumn);
      const end = row.getUint32(endBlockColumn) * blockBytes;
      switch (type) {
        case 'Setup':
          invariant(setup !== undefined, 'the setup was kept');
          return setup;
        case 'EncryptedTally':
          invariant(tally !== undefined, 'the encrypted tally was kept');
          return tally;
        case 'Ballot':
        case 'Result':
          return { type, hash, end, payload: payloadIn(row) };
        case 'Shuffle':
        case 'PartialDecryption':
          return { type, hash, end, owner: row.getUint32(ownerColumn), payload: payloadIn(row) };
        case 'EndBallots':
        case 'EndShuffles':
          return { type, hash, end };
      }
    },
    heightAt: (offset) => {
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (endOf(middle) > offset) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    append: (event) => {
      if (length % rowsOfChunk === 0) chunks.push(new DataView(new ArrayBuffer(rowsOfChunk * eventBytes)));
      length += 1;
      const row = rowAt(length - 1);
      row.setUint8(typeColumn, eventTypes.indexOf(event.type));
      row.setUint32(endBlockColumn, event.end / blockBytes);
      putHash(row, hashColumn, event.hash);
      if ('payload' in event) {
        row.setUint32(payloadBlockColumn, event.payload.offset / blockBytes);
        row.setUint32(payloadLengthColumn, event.payload.length);
        putHash(row, payloadHashColumn, event.payload.sha256);
      }
      if ('owner' in event) row.setUint32(ownerColumn, event.owner);
      if (event.type === 'Setup') setup = event;
      if (event.type === 'EncryptedTally') tally = event;
    },
  };
}

const bytesIn = (row: DataView, at: number): Uint8Array => new Uint8Array(row.buffer, row.byteOffset + at, 32);

const hashIn = (row: DataView, at: number): Sha256Hex => sha256Hex(bytesIn(row, at));

const putHash = (row: DataView, at: number, hash: Sha256Hex): void => bytesIn(row, at).set(hexToBytes(hash));

const payloadIn = (row: DataView): RecordContent => ({
  offset: row.getUint32(payloadBlockColumn) * blockBytes,
  length: row.getUint32(payloadLengthColumn),
  sha256: hashIn(row, payloadHashColumn),
});
