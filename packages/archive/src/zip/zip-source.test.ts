import { bytesSource } from '@convite/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { writeZip, zipBytes, type ZipContent } from './write-zip.ts';
import { zipSource } from './zip-source.ts';

const entry = (path: string, text: string): ZipContent => {
  const bytes = Buffer.from(text);
  return { path, size: bytes.length, crc32: crc32(bytes), source: bytesSource(bytes) };
};
async function zipOf(contents: Iterable<ZipContent>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a container that is nowhere', () => {
  const contents = [entry('work.json', '{}\n'), entry('contests/a/archive.bel', 'boletas'), entry('empty', '')];

  it('has, at any place, the bytes of the one that is written', async () => {
    const whole = await zipOf(contents);
    const source = zipSource(contents);
    expect(source.size).toBe(zipBytes(contents));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.nat(whole.length), async (a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        expect(Buffer.from(await source.read(start, end - start))).toEqual(whole.subarray(start, end));
      }),
    );
  });

  it('reads of the contents only what is asked for', async () => {
    const asked: string[] = [];
    const large = 2 ** 40;
    const far: ZipContent = {
      ...{ path: 'a', size: large, crc32: 0 },
      source: {
        size: large,
        read: async (offset, length) => {
          asked.push(`${offset} ${length}`);
          return new Uint8Array(length);
        },
      },
    };
    const source = zipSource([far, entry('b', 'fin')]);
    const tail = await source.read(source.size - 600, 600);
    expect(Buffer.from(tail).toString('latin1')).toContain('fin');
    expect(asked).toHaveLength(1);
  });

  it('of nothing is one too', async () => {
    const source = zipSource([]);
    expect(Buffer.from(await source.read(0, source.size))).toEqual(await zipOf([]));
  });
});
