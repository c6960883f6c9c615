import { invariant } from '@convite/kernel';

/**
 * The bytes of an archive, wherever they are: in memory, in a file, behind a connection.
 *
 * Requires: `read` gives exactly the bytes asked for, which lie within `size`; the bytes never change. What cannot be
 * read is a fault and throws.
 */
export interface ArchiveSource {
  /** In bytes. */
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** The source of an archive that is in memory. */
export const bytesSource = (bytes: Uint8Array): ArchiveSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

/** Reads from a source and holds it to its promise. @throws InvariantError if it gives fewer or more bytes */
export async function readExactly(source: ArchiveSource, offset: number, length: number): Promise<Uint8Array> {
  const bytes = await source.read(offset, length);
  invariant(bytes.length === length, 'the source gives all the bytes that it is asked for');
  return bytes;
}
