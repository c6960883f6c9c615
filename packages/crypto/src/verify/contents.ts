import { invariant } from '@convite/kernel';
import type { ArchiveSource } from '../board/archive-source.ts';
import { forEachPiece, readPayload } from '../board/archive-reader.ts';
import type { BoardFailure } from '../board/board-checks.ts';
import type { BoardIndex, RecordContent } from '../board/board-index.ts';
import type { EventType } from '../board/event-order.ts';
import { utf8Text } from '../primitives/bytes.ts';
import type { Sha256Maker } from '../primitives/sha256.ts';
import type { CheckRecord } from './check-record.ts';

/** The texts inside an archive whose container and chain hold. */
export interface ArchiveContents {
  readonly index: BoardIndex;
  /** The bytes of a record; undefined, with the failure recorded, when the file changed under the reader. */
  readonly bytes: (content: RecordContent, record: CheckRecord) => Promise<Uint8Array | undefined>;
  /**
   * Hands the bytes of a record over piece by piece; false, with the failure recorded, when the file changed under the
   * reader: what was made of the pieces is then worth nothing.
   */
  readonly pieces: (content: RecordContent, record: CheckRecord, take: (piece: Uint8Array) => void) => Promise<boolean>;
  /** The text of a record; an empty one where the bytes are no UTF-8, which no form of the format accepts. */
  readonly textOf: (content: RecordContent, record: CheckRecord) => Promise<string | undefined>;
  /** The text of the one payload of an event. */
  readonly text: (height: number, record: CheckRecord) => Promise<string | undefined>;
}

export function archiveContents(source: ArchiveSource, index: BoardIndex, sha256: Sha256Maker): ArchiveContents {
  const refuse = ({ check, message }: BoardFailure, { offset }: RecordContent, record: CheckRecord): void =>
    record.failed(check, `byte ${offset}`, message);
  const bytes: ArchiveContents['bytes'] = async (content, record) => {
    const read = await readPayload(source, content, sha256);
    if (read.ok) return read.value;
    refuse(read.error, content, record);
    return undefined;
  };
  const textOf: ArchiveContents['textOf'] = async (content, record) => {
    const read = await bytes(content, record);
    return read === undefined ? undefined : (utf8Text(read) ?? '');
  };
  return {
    index,
    bytes,
    async pieces(content, record, take) {
      const read = await forEachPiece(source, content, sha256, take);
      if (!read.ok) refuse(read.error, content, record);
      return read.ok;
    },
    textOf,
    text: async (height, record) => {
      const event = index.event(height);
      invariant('payload' in event, 'the event carries one text');
      return textOf(event.payload, record);
    },
  };
}

/** The heights of all events of a type. */
export function heightsOf({ index }: ArchiveContents, type: EventType): Uint32Array {
  const isOne = (height: number): boolean => index.typeAt(height) === type;
  let amount = 0;
  for (let height = 0; height < index.length; height++) if (isOne(height)) amount += 1;
  const heights = new Uint32Array(amount);
  let found = 0;
  for (let height = 0; found < amount; height++) {
    if (!isOne(height)) continue;
    heights[found] = height;
    found += 1;
  }
  return heights;
}
