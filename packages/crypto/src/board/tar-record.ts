import { err, invariant, ok, type Result } from '@convite/kernel';
import { readSha256Hex, type Sha256Hex } from '../primitives/sha256.ts';
import { byteText, firstDifference, putAscii } from './ascii.ts';

/** Records are made of blocks of this many bytes: one for the header, then the content, filled up with zeros. */
export const blockBytes = 512;

/**
 * The longest content of a record that is read or written. A bound of ours, far above any election (a shuffle of a
 * million ballots in Ed25519 has half of it): what one read of a file can give everywhere.
 */
export const maxContent = 2 ** 30 - 1;

/** Seconds since 1970 that eleven octal digits can hold. */
export const maxTimestamp = 8 ** 11 - 1;

/** What a record is called: the first of an archive, or by the SHA-256 of its content and what it holds. */
export type RecordName = { readonly kind: 'archive' } | { readonly kind: 'data' | 'event'; readonly sha256: Sha256Hex };

export interface RecordHeader {
  readonly name: RecordName;
  /** Bytes of content, without padding. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

/** A header that is not exactly one of the format. */
export interface HeaderRefusal {
  /** Of the first byte that is wrong, from the start of the header. */
  readonly offset: number;
  readonly message: string;
  /** What it says all the same of name and size, where both can be read: the next record can be found. */
  readonly readable: Pick<RecordHeader, 'name' | 'size'> | undefined;
}

/** The fields of a header (tar as before POSIX: no magic, no owner names), from their first byte to the next one's. */
const headerFields = [
  { field: 'name', at: 0 },
  { field: 'mode', at: 100 },
  { field: 'owner', at: 108 },
  { field: 'group', at: 116 },
  { field: 'size', at: 124 },
  { field: 'time', at: 136 },
  { field: 'checksum', at: 148 },
  { field: 'type', at: 156 },
  { field: 'rest', at: 157 },
] as const;

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

export const writeRecordName = (name: RecordName): string =>
  name.kind === 'archive' ? 'BELENIOS' : `${name.sha256}.${name.kind}.json`;

/** Reads the name of a record; undefined for any that the format does not have. */
export function readRecordName(text: string): RecordName | undefined {
  if (text === 'BELENIOS') return { kind: 'archive' };
  const sha256 = readSha256Hex(text.slice(0, 64));
  const end = text.slice(64);
  if (sha256 === undefined) return undefined;
  if (end === '.data.json') return { kind: 'data', sha256 };
  return end === '.event.json' ? { kind: 'event', sha256 } : undefined;
}

/** How many bytes fill the last block of a content up. */
export const paddingOf = (size: number): number => (blockBytes - (size % blockBytes)) % blockBytes;

/**
 * Writes the header of a record, byte-exact: name, mode 0000644, owner and group 0000000, size and time in eleven octal
 * digits, checksum in six (the sum of all bytes, its own eight as spaces), type 0, zeros.
 *
 * @throws InvariantError on a size above `maxContent` or a time outside 0 … `maxTimestamp`
 */
export function writeRecordHeader({ name, size, timestamp }: RecordHeader): Uint8Array {
  invariant(Number.isSafeInteger(size) && size >= 0 && size <= maxContent, 'a record has 0 … 2^30 - 1 bytes');
  invariant(isTimestamp(timestamp), 'a timestamp has eleven octal digits');
  return fillHeader(new Uint8Array(blockBytes), writeRecordName(name), size, timestamp);
}

export const isTimestamp = (seconds: number): boolean =>
  Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= maxTimestamp;

/** What every header has. */
const frame = new Uint8Array(blockBytes);
putAscii(frame, 100, '0000644\0' + '0000000\0' + '0000000\0');
putAscii(frame, 148, '        0');

// Everything behind the type is zero in every header: it is neither written nor summed.
function fillHeader(bytes: Uint8Array, name: string, size: number, timestamp: number): Uint8Array {
  bytes.set(frame);
  putAscii(bytes, 0, name);
  putAscii(bytes, 124, octal(size, 11));
  putAscii(bytes, 136, octal(timestamp, 11));
  let sum = 0;
  for (const byte of bytes.subarray(0, 157)) sum += byte;
  putAscii(bytes, 148, `${octal(sum, 6)}\0 `);
  return bytes;
}

// Archives have millions of headers, and each is written to be compared: always here, not in new memory.
const compared = new Uint8Array(blockBytes);

/**
 * Reads the header of a record strictly: it is the one that `writeRecordHeader` makes from what it says, to the byte.
 *
 * @throws InvariantError unless there are 512 bytes
 */
export function readRecordHeader(bytes: Uint8Array): Result<RecordHeader, HeaderRefusal> {
  invariant(bytes.length === blockBytes, 'a header has 512 bytes');
  const nameText = textUpToZero(bytes.subarray(0, 100));
  const name = readRecordName(nameText);
  const size = readOctal(bytes.subarray(124, 136));
  const timestamp = readOctal(bytes.subarray(136, 148));
  if (name === undefined) return err({ offset: 0, message: nameMessage(bytes, nameText), readable: undefined });
  if (size === undefined) {
    return err({ offset: 124, message: 'The size is not eleven octal digits.', readable: undefined });
  }
  if (size > maxContent) {
    return err({ offset: 124, message: `A record of ${size} bytes: above 2^30 - 1, the most.`, readable: undefined });
  }
  const readable = { name, size };
  if (timestamp === undefined) return err({ offset: 136, message: 'The time is not eleven octal digits.', readable });
  const offset = firstDifference(bytes, fillHeader(compared, nameText, size, timestamp));
  if (offset === undefined) return ok({ name, size, timestamp });
  return err({ offset, message: `The header is not the one of the format: ${fieldAt(offset)}.`, readable });
}

const fieldAt = (offset: number): string =>
  headerFields.reduce<string>((found, { field, at }) => (at <= offset ? field : found), 'name');

function nameMessage(bytes: Uint8Array, text: string): string {
  if (bytes.every((byte) => byte === 0)) {
    return 'A block of zeros, as other tar files end: this format ends with its last record.';
  }
  return `${JSON.stringify(text)} is not the name of a record.`;
}

function textUpToZero(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return byteText(end === -1 ? bytes : bytes.subarray(0, end));
}

const octalForm = /^[0-7]{11}\0$/;

function readOctal(field: Uint8Array): number | undefined {
  const text = byteText(field);
  return octalForm.test(text) ? Number.parseInt(text, 8) : undefined;
}
