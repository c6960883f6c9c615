import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The bytes of a file in pieces of about this size. */
export async function* filePieces(path: string, size: number): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: size })) {
    if (piece instanceof Buffer) yield piece;
  }
}

/** The lines of a text of ours, one after the other. */
export async function* fileLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, { highWaterMark: 256 * 1024 });
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) yield line;
  } finally {
    input.destroy();
  }
}
