import { type FileHandle, open } from 'node:fs/promises';
import { invariant } from '@convite/kernel';

/** A file that is read where its bytes are needed. */
export interface FileSource {
  /** In bytes. */
  readonly size: number;
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

/** Opens a file of ours that nobody changes, for as long as it is used. */
export async function withFileSource<T>(path: string, use: (source: FileSource) => Promise<T>): Promise<T> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    return await use({ size, read: (offset, length) => readAt(handle, offset, length) });
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    invariant(bytesRead > 0, 'a file of ours is as long as it was');
    done += bytesRead;
  }
  return bytes;
}
