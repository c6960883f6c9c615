import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The archive as its runs hold it, put together without the reader under test: the longest at each height. */
export function boardBytes(folder: string): Uint8Array {
  const runs = readdirSync(folder)
    .flatMap((name) => {
      const [, from, to] = /^(\d+)-(\d+)\.\d+\.bel$/u.exec(name) ?? [];
      return from === undefined ? [] : [{ name, from: Number(from), to: Number(to) }];
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const parts: Uint8Array[] = [];
  for (let at = 0; ;) {
    const run = runs.find(({ from }) => from === at);
    if (run === undefined) return Uint8Array.from(Buffer.concat(parts));
    parts.push(readFileSync(join(folder, run.name)));
    at = run.to;
  }
}

/** All pieces as one. */
export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
