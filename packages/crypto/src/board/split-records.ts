import { concatBytes } from '@noble/hashes/utils.js';
import { invariant } from '@convite/kernel';
import type { Sha256Hex } from '../primitives/sha256.ts';
import { blockBytes, paddingOf, readRecordHeader, writeRecordHeader } from './tar-record.ts';

/** A record behind the first one of an archive: what it is called by, and what it holds. */
export interface BoardRecord {
  readonly kind: 'data' | 'event';
  readonly sha256: Sha256Hex;
  readonly content: Uint8Array;
}

/**
 * Takes the records of one event or more apart, as `appendEvent` wrote them.
 *
 * Requires: whole records, none of them the first of an archive. @throws InvariantError otherwise
 * Hazards: neither hashes nor padding are looked at: for bytes of our own alone.
 */
export function splitRecords(bytes: Uint8Array): readonly BoardRecord[] {
  const records: BoardRecord[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = readRecordHeader(bytes.subarray(at, at + blockBytes));
    invariant(header.ok && header.value.name.kind !== 'archive', 'these are records behind the first');
    const { name, size } = header.value;
    const from = at + blockBytes;
    records.push({ kind: name.kind, sha256: name.sha256, content: bytes.slice(from, from + size) });
    at = from + size + paddingOf(size);
  }
  return records;
}

/** Writes records one behind the other, byte-exact. @throws InvariantError on a timestamp that is none */
export const joinRecords = (records: readonly BoardRecord[], timestamp: number): Uint8Array =>
  concatBytes(
    ...records.flatMap(({ kind, sha256, content }) => [
      writeRecordHeader({ name: { kind, sha256 }, size: content.length, timestamp }),
      content,
      new Uint8Array(paddingOf(content.length)),
    ]),
  );
