import { invariant } from '@convite/kernel';
import { open } from 'node:fs/promises';

/** A file to take home. */
export interface FileToSend {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

const pieceBytes = 256 * 1024;

/** The bytes of a file from `start` up to `end`, piece by piece. Requires: they lie within it. */
export async function* fileBytes(path: string, start: number, end: number): AsyncGenerator<Uint8Array, void> {
  const handle = await open(path);
  try {
    for (let at = start; at < end;) {
      const piece = new Uint8Array(Math.min(pieceBytes, end - at));
      const { bytesRead } = await handle.read(piece, 0, piece.length, at);
      invariant(bytesRead > 0, 'a kept file has the bytes that were recorded');
      yield piece.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Where bytes stand in a file. */
export interface Place {
  readonly offset: number;
  readonly bytes: number;
}

/** The bytes at a place of a file; undefined where it ends before. */
export async function bytesAt(path: string, { offset, bytes }: Place): Promise<Buffer | undefined> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, offset);
    return bytesRead === bytes ? buffer : undefined;
  } finally {
    await handle.close();
  }
}
