import { type ArchiveSource, bytesSource } from '@convite/crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { readZip } from './read-zip.ts';
import { writeZip, zipBytes, type ZipContent } from './write-zip.ts';
import { centralHeader, directoryEnd, localHeader } from './zip-records.ts';

const entry = (path: string, text: string): ZipContent => {
  const bytes = Buffer.from(text);
  return { path, size: bytes.length, crc32: crc32(bytes), source: bytesSource(bytes) };
};
async function zipOf(contents: Iterable<ZipContent>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const small = [entry('manifest.json', '{}\n'), entry('contests/a/archive.bel', 'boletas'), entry('empty', '')];

describe('CRC-32', () => {
  it('is the one of the library that Node brings along, whole or in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 40 }), (first, second) => {
        expect(crc32(first)).toBe(nodeCrc32(first));
        expect(crc32(second, crc32(first))).toBe(nodeCrc32(Buffer.concat([first, second])));
      }),
    );
  });
});

describe('a container', () => {
  it('gives back what was put in, in its order, and is as long as was said', async () => {
    const bytes = await zipOf(small);
    expect(bytes.length).toBe(zipBytes(small));
    const found = await readZip(bytesSource(bytes));
    if (!found.ok) throw new Error('refused');
    expect(found.value.map(({ path }) => path)).toEqual(small.map(({ path }) => path));
    const texts = await Promise.all(found.value.map(({ source }) => source.read(0, source.size)));
    expect(texts.map((text) => Buffer.from(text).toString())).toEqual(['{}\n', 'boletas', '']);
  });

  const hasPython = spawnSync('python3', ['--version']).status === 0;
  it.skipIf(!hasPython)(`is opened by another program${hasPython ? '' : ' (python3 is absent)'}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convite-zip-'));
    try {
      writeFileSync(join(folder, 'a.zip'), await zipOf(small));
      const script =
        'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
      execFileSync('python3', ['-c', script, join(folder, 'a.zip'), folder]);
      expect(readFileSync(join(folder, 'contests/a/archive.bel'), 'utf8')).toBe('boletas');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('of no entry at all is one too', async () => {
    expect(await readZip(bytesSource(await zipOf([])))).toEqual({ ok: true, value: [] });
  });

  it('is refused after any change outside the contents', async () => {
    const bytes = await zipOf(small);
    const found = await readZip(bytesSource(bytes));
    if (!found.ok) throw new Error('refused');
    const text = bytes.toString('latin1');
    const inContents = (at: number): boolean =>
      ['{}\n', 'boletas'].some((content) => at >= text.indexOf(content) && at < text.indexOf(content) + content.length);
    for (let at = 0; at < bytes.length; at += 1) {
      if (inContents(at)) continue;
      for (const bit of [1, 128]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ bit;
        expect((await readZip(bytesSource(changed))).ok, `byte ${at}`).toBe(false);
      }
    }
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['with a sign before it', (bytes: Buffer) => Buffer.concat([Buffer.from('x'), bytes])],
    ['with a sign behind it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['of nothing', () => Buffer.alloc(0)],
  ])('%s is refused', async (_, change) => {
    expect((await readZip(bytesSource(change(await zipOf(small))))).ok).toBe(false);
  });

  it.each([['../a'], ['/a'], ['a//b'], ['a/../b'], ['A'], ['a\\b'], ['.a'], ['a/'], ['ñ']])(
    'with the path %s is refused',
    async (path) => {
      expect(await readZip(bytesSource(await zipOf([entry(path, 'x')])))).toMatchObject({ ok: false });
    },
  );

  it('with bytes that no entry names is refused', async () => {
    const placed = { path: 'a', size: 0, crc32: 0, offset: 0 };
    const behind = { path: 'b', size: 0, crc32: 0, offset: localHeader(placed).length };
    const zipWith = (hidden: string): Buffer => {
      const moved = { ...behind, offset: behind.offset + hidden.length };
      const directory = Buffer.concat([centralHeader(placed), centralHeader(moved)]);
      const offset = moved.offset + localHeader(moved).length;
      const end = directoryEnd({ entries: 2, offset, size: directory.length });
      return Buffer.concat([localHeader(placed), Buffer.from(hidden), localHeader(moved), directory, end]);
    };
    expect((await readZip(bytesSource(zipWith('')))).ok).toBe(true);
    expect((await readZip(bytesSource(zipWith('oculto')))).ok).toBe(false);
  });

  it('with a path twice is refused', async () => {
    expect((await readZip(bytesSource(await zipOf([entry('a', '1'), entry('a', '2')])))).ok).toBe(false);
  });

  it('does not write what is not what was measured', async () => {
    const wrong = { ...entry('a', 'x'), crc32: 1 };
    await expect(zipOf([wrong])).rejects.toThrow('measured');
  });
});

/** Zeros that are nowhere. */
const zeros = (size: number): ArchiveSource => ({ size, read: async (_, length) => new Uint8Array(length) });

/** Headers as they are, and of the contents only how long they are. */
function sparseZip(contents: readonly ZipContent[]): ArchiveSource {
  const parts: { readonly from: number; readonly bytes: Uint8Array }[] = [];
  let at = 0;
  const keep = (bytes: Uint8Array): void => {
    parts.push({ from: at, bytes });
    at += bytes.length;
  };
  const placed = contents.map(({ path, size, crc32: crc }) => {
    const one = { path, size, crc32: crc, offset: at };
    keep(localHeader(one));
    at += size;
    return one;
  });
  const offset = at;
  keep(Buffer.concat(placed.map(centralHeader)));
  keep(directoryEnd({ entries: placed.length, offset, size: at - offset }));
  return {
    size: at,
    read: async (from, length) => {
      const bytes = new Uint8Array(length);
      for (const part of parts) {
        const start = Math.max(from, part.from);
        const end = Math.min(from + length, part.from + part.bytes.length);
        if (start < end) bytes.set(part.bytes.subarray(start - part.from, end - part.from), start - from);
      }
      return bytes;
    },
  };
}

describe('a very large container', () => {
  const gigabyte = 2 ** 30;
  const large = [5 * gigabyte, 1, 0xffffffff, 0xfffffffe, 7].map((size, i): ZipContent => ({
    path: `entry-${i}`,
    size,
    crc32: i,
    source: zeros(size),
  }));

  it('of more than 13 gigabytes is read at its places', async () => {
    const source = sparseZip(large);
    expect(source.size).toBe(zipBytes(large));
    const found = await readZip(source);
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    expect(found.value.map(({ size }) => size)).toEqual(large.map(({ size }) => size));
    expect(found.value.at(-1)?.offset).toBeGreaterThan(13 * gigabyte);
  });

  it('of as many entries as need the larger count is read', async () => {
    const many = Array.from({ length: 65_535 }, (_, i) => entry(`e/${i}`, ''));
    const found = await readZip(bytesSource(await zipOf(many)));
    expect(found.ok && found.value.length).toBe(65_535);
  });
});
