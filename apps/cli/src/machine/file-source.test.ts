import { execFileSync } from 'node:child_process';
import { appendFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../run-command.fixture.ts';
import { FileChanged, openFileSource } from './file-source.ts';

const folder = await makeFolder();
afterAll(folder.remove);

async function opened(name: string, content: string) {
  const source = await openFileSource(await folder.write(name, content));
  if (!source.ok) throw new Error('the file is there');
  return source.value;
}

describe('a file as a source of an archive', () => {
  it('gives any bytes, in any order', async () => {
    const source = await opened('a', 'abcdefgh');
    expect(source.size).toBe(8);
    expect(Buffer.from(await source.read(5, 3)).toString()).toBe('fgh');
    expect(Buffer.from(await source.read(0, 2)).toString()).toBe('ab');
    expect(await source.read(8, 0)).toHaveLength(0);
    expect(await source.isUnchanged()).toBe(true);
    await source.close();
  });

  it('says that the file became shorter instead of giving fewer bytes', async () => {
    const source = await opened('b', 'abcdefgh');
    await truncate(join(folder.path, 'b'), 4);
    await expect(source.read(2, 6)).rejects.toThrow(FileChanged);
    expect(await source.isUnchanged()).toBe(false);
    await source.close();
  });

  it('notices that the file grew', async () => {
    const source = await opened('c', 'abcdefgh');
    await appendFile(join(folder.path, 'c'), 'ijk');
    expect(Buffer.from(await source.read(0, source.size)).toString()).toBe('abcdefgh');
    expect(await source.isUnchanged()).toBe(false);
    await source.close();
  });

  it('refuses what is missing, a folder, and a pipe, for which it would have to wait', async () => {
    const refusal = async (name: string) => {
      const source = await openFileSource(join(folder.path, name));
      return source.ok ? 'opened' : source.error.type;
    };
    execFileSync('mkfifo', [join(folder.path, 'pipe')]);
    expect(await refusal('nowhere')).toBe('not_found');
    expect(await refusal('.')).toBe('is_folder');
    expect(await refusal('pipe')).toBe('not_a_file');
  });
});
