import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../run-command.fixture.ts';
import { openOutFolder } from './out-folder.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

async function opened(...names: readonly string[]) {
  const path = join(folder.path, ...names);
  const out = await openOutFolder(path);
  invariant(out.ok, 'the folder is new');
  return { path, out: out.value };
}

const large = Buffer.alloc(700_000, 7);

describe('a folder to write into', () => {
  it('shows files under their names only when all of them are whole', async () => {
    const { path, out } = await opened('whole');
    const first = await out.begin(false);
    const second = await out.begin(true);
    await first.write(large);
    await second.write(Buffer.from('secret'));
    await first.write(large);
    expect((await readdir(path)).filter((name) => !name.endsWith('.part'))).toEqual([]);
    await out.finish(['a.bel', 'b.jsonl', 'c.json']);
    expect((await readdir(path)).toSorted()).toEqual(['a.bel', 'b.jsonl']);
    expect((await readFile(join(path, 'a.bel'))).equals(Buffer.concat([large, large]))).toBe(true);
    expect((await readFile(join(path, 'b.jsonl'))).toString()).toBe('secret');
  });

  it('is gone with everything begun when it is abandoned', async () => {
    const { out } = await opened('outer', 'inner');
    await (await out.begin(false)).write(large);
    out.abandon();
    expect(await readdir(folder.path)).not.toContain('outer');
  });

  it('stays when somebody else has put something there', async () => {
    const { path, out } = await opened('used', 'inner');
    await out.begin(false);
    await writeFile(join(path, 'theirs'), '');
    out.abandon();
    expect(await readdir(path)).toEqual(['theirs']);
  });
});
