import type { ArchiveSource } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { type InputFault, inputFault } from '../count/read-input.ts';

/** A file that became shorter while it was read. */
export class FileChanged extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} became shorter`);
    this.path = path;
  }
}

/** A file whose bytes are read where they are needed. */
export interface FileSource extends ArchiveSource {
  /** Whether size and time of the last change are still those of the opening. */
  readonly isUnchanged: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a file for reading at any place.
 *
 * Hazards: `read` rejects with `FileChanged` where the file ends before the place that is asked for.
 */
export async function openFileSource(path: string): Promise<Result<FileSource, InputFault>> {
  let handle: FileHandle;
  try {
    // Asked first, for opening a pipe would wait for whoever writes to it.
    const named = await stat(path);
    if (!named.isFile()) return err(named.isDirectory() ? { type: 'is_folder', code: 'EISDIR' } : notAFile);
    handle = await open(path);
  } catch (thrown) {
    return err(inputFault(thrown));
  }
  const opened = await handle.stat({ bigint: true });
  return ok({
    size: Number(opened.size),
    read: async (offset, length) => {
      const bytes = await readAt(handle, offset, length);
      if (bytes === undefined) throw new FileChanged(path);
      return bytes;
    },
    isUnchanged: async () => {
      const now = await handle.stat({ bigint: true });
      return now.size === opened.size && now.mtimeNs === opened.mtimeNs;
    },
    close: () => handle.close(),
  });
}

const notAFile: InputFault = { type: 'not_a_file', code: 'ESPIPE' };

/** The bytes at a place; undefined where the file ends before. */
async function readAt(handle: FileHandle, offset: number, length: number): Promise<Uint8Array | undefined> {
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) return undefined;
    done += bytesRead;
  }
  return bytes;
}
