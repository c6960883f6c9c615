import { utf8 } from '@convite/crypto';

/** What the container says of an entry. */
export interface ZipEntry {
  readonly path: string;
  /** In bytes; entries are stored as they are. */
  readonly size: number;
  readonly crc32: number;
}

/** An entry and where its header stands, in bytes from the start of the file. */
export interface PlacedEntry extends ZipEntry {
  readonly offset: number;
}

/** Where the directory at the end of the file stands. */
export interface ZipDirectory {
  readonly entries: number;
  readonly offset: number;
  readonly size: number;
}

export const signatures = { central: 0x02014b50, end64: 0x06064b50, end: 0x06054b50 } as const;

/** Bytes of the last record, of the record before it and its pointer, and of the directory's fixed part. */
export const recordBytes = { end: 22, end64: 56, pointer64: 20, central: 46 } as const;

/** From these values on a field is full, and the value stands in its larger twin. */
const full16 = 0xffff;
const full32 = 0xffffffff;

/** 1 January 1980, 0:00: the first moment that the format knows, so that no file says when it was made. */
const date = 0x0021;
/** A file of a Unix system that everybody may read and its owner may write. */
const attributes = 0o100644 * 2 ** 16;

/** A field: how many bytes it takes, least byte first, and what it says. */
type Field = readonly [2 | 4 | 8, number];

function written(fields: readonly Field[], ...tails: readonly Uint8Array[]): Uint8Array {
  const head = fields.reduce((sum, [size]) => sum + size, 0);
  const bytes = new Uint8Array(tails.reduce((sum, tail) => sum + tail.length, head));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  for (const tail of tails) {
    bytes.set(tail, at);
    at += tail.length;
  }
  return bytes;
}

const nothing = new Uint8Array();
const clipped = (value: number): number => Math.min(value, full32);
const isLarge = (value: number): boolean => value >= full32;
/** The version of the format that a reader must know: 1.0, or 4.5 where something is large. */
const versionOf = ({ size, offset }: PlacedEntry): number => (isLarge(size) || isLarge(offset) ? 45 : 10);

/** The extra field of what does not fit into four bytes; none where all fits. */
const extraOf = (large: readonly number[]): Uint8Array =>
  large.length === 0 ? nothing : written([[2, 1], [2, 8 * large.length], ...large.map((value): Field => [8, value])]);

/** What stands before the bytes of an entry. */
export function localHeader(entry: PlacedEntry): Uint8Array {
  const { path, size } = entry;
  const name = utf8(path);
  const extra = extraOf(isLarge(size) ? [size, size] : []);
  return written(
    [
      [4, 0x04034b50],
      [2, versionOf(entry)],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, date],
      [4, entry.crc32],
      [4, clipped(size)],
      [4, clipped(size)],
      [2, name.length],
      [2, extra.length],
    ],
    name,
    extra,
  );
}

/** What the directory says of an entry. */
export function centralHeader(entry: PlacedEntry): Uint8Array {
  const { path, size, offset } = entry;
  const name = utf8(path);
  const extra = extraOf([...(isLarge(size) ? [size, size] : []), ...(isLarge(offset) ? [offset] : [])]);
  const version = versionOf(entry);
  return written(
    [
      [4, signatures.central],
      [2, 3 * 256 + version],
      [2, version],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, date],
      [4, entry.crc32],
      [4, clipped(size)],
      [4, clipped(size)],
      [2, name.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, attributes],
      [4, clipped(offset)],
    ],
    name,
    extra,
  );
}

/** What stands behind the directory. */
export function directoryEnd({ entries, offset, size }: ZipDirectory): Uint8Array {
  const isVeryLarge = entries >= full16 || isLarge(offset) || isLarge(size);
  const behind = offset + size;
  const larger = isVeryLarge
    ? written([
        [4, signatures.end64],
        [8, recordBytes.end64 - 12],
        [2, 3 * 256 + 45],
        [2, 45],
        [4, 0],
        [4, 0],
        [8, entries],
        [8, entries],
        [8, size],
        [8, offset],
        [4, 0x07064b50],
        [4, 0],
        [8, behind],
        [4, 1],
      ])
    : nothing;
  const count = Math.min(entries, full16);
  return written(
    [],
    larger,
    written([
      [4, signatures.end],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, clipped(size)],
      [4, clipped(offset)],
      [2, 0],
    ]),
  );
}
