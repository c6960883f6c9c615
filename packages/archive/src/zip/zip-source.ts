import { type ArchiveSource, bytesSource } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { ZipContent } from './write-zip.ts';
import { centralHeader, directoryEnd, localHeader } from './zip-records.ts';

interface Part {
  readonly from: number;
  readonly source: ArchiveSource;
}

/**
 * A ZIP file that is nowhere: any of its bytes is read where it stands, so that a part of it can be sent again.
 *
 * Source: APPNOTE 6.3.10; docs/spec/consultation-archive.md, A. The bytes are those that `writeZip` writes.
 * Requires: paths in their form, each once; size and CRC-32 are those of the source.
 * Cost: memory for the headers, about 250 bytes an entry; of the contents only what is read.
 * Hazards: unlike `writeZip` it does not compare the bytes with their CRC-32.
 */
export function zipSource(contents: Iterable<ZipContent>): ArchiveSource {
  const parts: Part[] = [];
  const directory: Uint8Array[] = [];
  let end = 0;
  const put = (source: ArchiveSource): void => {
    if (source.size > 0) parts.push({ from: end, source });
    end += source.size;
  };
  for (const { source, ...entry } of contents) {
    const placed = { ...entry, offset: end };
    invariant(source.size === entry.size, 'an entry has the size of its source');
    put(bytesSource(localHeader(placed)));
    put(source);
    directory.push(centralHeader(placed));
  }
  const offset = end;
  for (const header of directory) put(bytesSource(header));
  put(bytesSource(directoryEnd({ entries: directory.length, offset, size: end - offset })));
  return { size: end, read: (at, length) => readParts(parts, at, length) };
}

async function readParts(parts: readonly Part[], start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0, i = partAt(parts, start); done < length; i += 1) {
    const part = parts[i];
    invariant(part !== undefined, 'what is read lies within the file');
    const within = start + done - part.from;
    const piece = await part.source.read(within, Math.min(part.source.size - within, length - done));
    bytes.set(piece, done);
    done += piece.length;
  }
  return bytes;
}

/** The last part that begins at the place or before. */
function partAt(parts: readonly Part[], at: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
