import { compareCodePoints, err, ok, type Result } from '@convite/kernel';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type InputFault, inputFault } from '../count/read-input.ts';

export interface ListedFile {
  readonly path: string;
  /** The path as people see it: of a folder, from the folder on. */
  readonly file: string;
  readonly bytes: number;
}

/** The file that a path names, or every `.pb` file in the folder that it names and in its folders, ascending. */
export async function listFiles(path: string, shown: string): Promise<Result<readonly ListedFile[], InputFault>> {
  try {
    const named = await stat(path);
    if (!named.isDirectory()) return ok([{ path, file: shown, bytes: named.size }]);
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.pb'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted(compareCodePoints);
    const files = paths.map(async (each) => ({ path: each, file: relative(path, each), bytes: await sizeOf(each) }));
    return ok(await Promise.all(files));
  } catch (thrown) {
    return err(inputFault(thrown));
  }
}

/** Size of a file, 0 for one that cannot be asked: reading it will say why. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (thrown) {
    inputFault(thrown);
    return 0;
  }
}
