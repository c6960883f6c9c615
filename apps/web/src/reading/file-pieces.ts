import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** The bytes of a file in pieces of about this size. */
export async function* filePieces(path: string, size: number): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: size })) {
    if (piece instanceof Buffer) yield piece;
  }
}

/** The size of a file, and its SHA-256. */
export async function fileDigest(path: string): Promise<{ readonly hash: string; readonly bytes: number }> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for await (const piece of filePieces(path, 1024 * 1024)) {
    sha256.update(piece);
    bytes += piece.byteLength;
  }
  return { hash: sha256.digest('hex'), bytes };
}

/**
 * The lines of a text, one after the other; of a file of any length no more is held than a line and a piece. A line that is
 * longer than so many signs is given as far as it was read, and ends the text.
 */
export async function* fileLines(path: string, longest = Number.POSITIVE_INFINITY): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const lines = (rest + String(piece)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > longest) break;
  }
  if (rest !== '') yield rest;
}
