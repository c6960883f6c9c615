import type { ArchiveSource } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { crc32 } from './crc32.ts';
import { centralHeader, directoryEnd, localHeader, type PlacedEntry, type ZipEntry } from './zip-records.ts';

/** An entry with its bytes, wherever they are. */
export interface ZipContent extends ZipEntry {
  readonly source: ArchiveSource;
}

const pieceBytes = 2 ** 18;

/**
 * Writes a ZIP file piece by piece: entries stored as they are, in the order given, the directory behind them.
 *
 * Source: APPNOTE 6.3.10; docs/spec/consultation-archive.md, A. The same entries give the same bytes, and how many there
 * are is known before the first: see `zipBytes`.
 * Requires: paths in their form, each once; size and CRC-32 are those of the source.
 * Cost: one pass over the sources; memory for one piece and the directory.
 * @throws InvariantError where a source is not what its entry says
 */
export async function* writeZip(
  contents: Iterable<ZipContent> | AsyncIterable<ZipContent>,
): AsyncGenerator<Uint8Array, void> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for await (const content of contents) {
    const { source, ...entry } = content;
    const placed = { ...entry, offset };
    const header = localHeader(placed);
    invariant(source.size === entry.size, 'an entry has the size of its source');
    yield header;
    let crc = 0;
    for await (const piece of piecesOf(source)) {
      crc = crc32(piece, crc);
      yield piece;
    }
    invariant(crc === entry.crc32, 'the bytes of a source are those that were measured');
    directory.push(centralHeader(placed));
    offset += header.length + entry.size;
  }
  const size = directory.reduce((sum, header) => sum + header.length, 0);
  yield* directory;
  yield directoryEnd({ entries: directory.length, offset, size });
}

/** The bytes of a source from the first to the last, a piece at a time. */
export async function* piecesOf(source: ArchiveSource): AsyncGenerator<Uint8Array, void> {
  for (let done = 0; done < source.size; done += pieceBytes) {
    yield await source.read(done, Math.min(pieceBytes, source.size - done));
  }
}

/** How long the file of these entries is. */
export function zipBytes(entries: Iterable<ZipEntry>): number {
  let offset = 0;
  let size = 0;
  let count = 0;
  for (const entry of entries) {
    const placed: PlacedEntry = { ...entry, offset };
    size += centralHeader(placed).length;
    offset += localHeader(placed).length + entry.size;
    count += 1;
  }
  return offset + size + directoryEnd({ entries: count, offset, size }).length;
}
