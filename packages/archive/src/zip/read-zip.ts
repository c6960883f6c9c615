import { type ArchiveSource, utf8Text } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import {
  centralHeader,
  directoryEnd,
  localHeader,
  type PlacedEntry,
  recordBytes,
  signatures,
  type ZipDirectory,
} from './zip-records.ts';

/** Why a file is not a container of the one form. */
export interface ZipFault {
  /** `not_a_zip`: it neither begins nor ends as one. */
  readonly type: 'not_a_zip' | 'other_form';
  /** Byte from the start of the file. */
  readonly offset: number;
}

/** An entry and its bytes, which are read where they stand. */
export interface FoundEntry extends PlacedEntry {
  /** Where in the file its own bytes begin. */
  readonly start: number;
  readonly source: ArchiveSource;
}

/** The most bytes of a directory: about two million entries. */
const mostDirectoryBytes = 2 ** 28;

/** Small letters, digits and `. _ -`, in folders; nothing begins with a dot, so no path leads out. */
const pathForm = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/u;

/**
 * Opens a ZIP file without reading its contents, if it is in the one form of the specification.
 *
 * Source: docs/spec/consultation-archive.md, A. What is read is written once more and compared, so a file that one program
 * could read in another way than the next, or with anything between, before or behind its entries, is refused.
 * Cost: one read for the directory and one for each entry's header.
 *
 * @returns the entries in their order
 */
export async function readZip(source: ArchiveSource): Promise<Result<readonly FoundEntry[], ZipFault>> {
  const directory = await findDirectory(source);
  if (!directory.ok) return directory;
  const { offset, size, entries } = directory.value;
  const bytes = await source.read(offset, size);
  const found: FoundEntry[] = [];
  const paths = new Set<string>();
  let at = 0;
  let expected = 0;
  for (let i = 0; i < entries; i += 1) {
    const entry = entryAt(bytes, at);
    const header = entry === undefined ? undefined : centralHeader(entry);
    const isRight =
      entry !== undefined &&
      header !== undefined &&
      areSame(header, bytes.subarray(at, at + header.length)) &&
      pathForm.test(entry.path) &&
      !paths.has(entry.path) &&
      entry.offset === expected;
    if (!isRight) return otherForm(offset + at);
    const local = localHeader(entry);
    const start = entry.offset + local.length;
    expected = start + entry.size;
    if (expected > offset || !areSame(local, await source.read(entry.offset, local.length))) {
      return otherForm(entry.offset);
    }
    at += header.length;
    paths.add(entry.path);
    found.push({ ...entry, start, source: partOf(source, start, entry.size) });
  }
  return at === size && expected === offset ? ok(found) : otherForm(offset);
}

const otherForm = (offset: number): Result<never, ZipFault> => err({ type: 'other_form', offset });

async function findDirectory(source: ArchiveSource): Promise<Result<ZipDirectory, ZipFault>> {
  const tailBytes = Math.min(source.size, recordBytes.end + recordBytes.end64 + recordBytes.pointer64);
  const tail = await source.read(source.size - tailBytes, tailBytes);
  const endAt = tailBytes - recordBytes.end;
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  if (endAt < 0 || view.getUint32(endAt, true) !== signatures.end) {
    return source.size > 1 && utf8Text(await source.read(0, 2)) === 'PK'
      ? otherForm(source.size)
      : err({ type: 'not_a_zip', offset: 0 });
  }
  const isVeryLarge = endAt > 0 && view.getUint32(0, true) === signatures.end64;
  const directory = isVeryLarge
    ? { entries: large(view, 24), size: large(view, 40), offset: large(view, 48) }
    : {
        entries: view.getUint16(endAt + 8, true),
        size: view.getUint32(endAt + 12, true),
        offset: view.getUint32(endAt + 16, true),
      };
  const { entries, size, offset } = directory;
  const isSound = [entries, size, offset, offset + size].every((value) => Number.isSafeInteger(value));
  const end = isSound && size <= mostDirectoryBytes ? directoryEnd(directory) : undefined;
  const isRight =
    end !== undefined &&
    offset + size + end.length === source.size &&
    areSame(end, tail.subarray(Math.max(0, tailBytes - end.length)));
  return isRight ? ok(directory) : otherForm(source.size - tailBytes);
}

const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** What the directory says at a place; only good where it is written like this again. */
function entryAt(bytes: Uint8Array, at: number): PlacedEntry | undefined {
  if (at + recordBytes.central > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at);
  const nameEnd = recordBytes.central + view.getUint16(28, true);
  const end = nameEnd + view.getUint16(30, true);
  if (end > view.byteLength) return undefined;
  const path = utf8Text(bytes.subarray(at + recordBytes.central, at + nameEnd));
  const shortSize = view.getUint32(24, true);
  const shortOffset = view.getUint32(42, true);
  const largeSize = shortSize === 0xffffffff;
  const offsetAt = nameEnd + 4 + (largeSize ? 16 : 0);
  const largeOffset = shortOffset === 0xffffffff;
  if (path === undefined || (largeSize && nameEnd + 12 > end) || (largeOffset && offsetAt + 8 > end)) return undefined;
  const size = largeSize ? large(view, nameEnd + 4) : shortSize;
  const offset = largeOffset ? large(view, offsetAt) : shortOffset;
  return Number.isSafeInteger(size) && Number.isSafeInteger(offset)
    ? { path, size, crc32: view.getUint32(16, true), offset }
    : undefined;
}

/** A source within a source. */
const partOf = (source: ArchiveSource, start: number, size: number): ArchiveSource => ({
  size,
  read: (offset, length) => source.read(start + offset, length),
});

const areSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
