import { createReadStream } from 'node:fs';

/** The bytes of a file in pieces of about this size. */
export async function* filePieces(path: string, size: number): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: size })) {
    if (piece instanceof Buffer) yield piece;
  }
}

/** The lines of a text of ours, one after the other; of a file of any length no more is held than a line and a piece. */
export async function* fileLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + String(piece)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
