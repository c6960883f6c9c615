import type { ArchiveSource } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { type FileHandle, open } from 'node:fs/promises';

/** A file whose bytes are read where they are needed. */
export interface FileSource extends ArchiveSource {
  readonly close: () => Promise<void>;
}

/** Opens a file of our own for reading at any place. @throws when it is not there, or ends before what is asked for */
export async function openFileSource(path: string): Promise<FileSource> {
  const handle = await open(path);
  const { size } = await handle.stat();
  return { size, read: (offset, length) => readAt(handle, offset, length), close: () => handle.close() };
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    invariant(bytesRead > 0, 'a file of ours stands still while it is read');
    done += bytesRead;
  }
  return bytes;
}

/** A file that is opened for each read: for very many, of which few are read at a time. */
export const closedFileSource = (path: string, size: number): ArchiveSource => ({
  size,
  async read(offset, length) {
    const handle = await open(path);
    try {
      return await readAt(handle, offset, length);
    } finally {
      await handle.close();
    }
  },
});
