import { err, ok, type Result } from '@convite/kernel';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { access, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TaskRefusal } from './refusal.ts';

/** A file to be written whole or not at all. */
export interface NewFile {
  /** For the file system. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Its owner alone may read it. */
  readonly isPrivate: boolean;
  /** Whether a file of this name may be there and is replaced. */
  readonly replaces?: boolean;
}

/** Files that have no name yet: taken away when the person stops the program, and when the work on them has ended. */
const unfinished = new Set<string>();

function stop(signal: NodeJS.Signals): void {
  for (const path of unfinished) rmSync(path, { force: true });
  process.exit(signal === 'SIGINT' ? 130 : 143);
}

/** Does something with files that have no name yet, of which nothing is left however it ends. */
async function withTemporary<T>(paths: readonly string[], work: () => Promise<T>): Promise<T> {
  if (unfinished.size === 0) process.on('SIGINT', stop).on('SIGTERM', stop);
  for (const path of paths) unfinished.add(path);
  try {
    return await work();
  } finally {
    for (const path of paths) {
      if (await isThere(path)) await rm(path);
      unfinished.delete(path);
    }
    if (unfinished.size === 0) process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** A name in the folder of a file under which nobody looks for anything. */
export const temporaryName = (path: string): string =>
  join(dirname(path), `.convite-${randomBytes(6).toString('hex')}.part`);

/**
 * Writes files under temporary names, down to the disk, and gives them their names only when all are written.
 *
 * A file that is there already is never overwritten unless it `replaces`; then nothing is written at all.
 */
export async function writeFiles(files: readonly NewFile[]): Promise<Result<void, TaskRefusal>> {
  for (const { path, replaces } of files) {
    if (replaces !== true && (await isThere(path))) return err({ type: 'exists', path });
  }
  const begun = files.map((file) => ({ file, temporary: temporaryName(file.path) }));
  const temporaries = begun.map(({ temporary }) => temporary);
  return withTemporary(temporaries, async () => {
    for (const { file, temporary } of begun) {
      try {
        await mkdir(dirname(file.path), { recursive: true });
        await writeDown(temporary, file);
      } catch (thrown) {
        return err({ type: 'unwritable', path: file.path, code: codeOf(thrown) });
      }
    }
    const named: string[] = [];
    for (const { file, temporary } of begun) {
      const given = await giveName(temporary, file);
      if (!given.ok) {
        for (const path of named) await rm(path, { force: true });
        return given;
      }
      if (file.replaces !== true) named.push(file.path);
    }
    return ok(undefined);
  });
}

async function writeDown(temporary: string, { content, isPrivate }: NewFile): Promise<void> {
  const handle = await open(temporary, 'wx', isPrivate ? 0o600 : 0o644);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** By a link, which never overwrites; sticks and cards know none, and there it is looked before. */
async function giveName(temporary: string, { path, replaces }: NewFile): Promise<Result<void, TaskRefusal>> {
  try {
    if (replaces === true) {
      await rename(temporary, path);
      return ok(undefined);
    }
    try {
      await link(temporary, path);
    } catch (thrown) {
      if (codeOf(thrown) === 'EEXIST' || (await isThere(path))) return err({ type: 'exists', path });
      await rename(temporary, path);
    }
    return ok(undefined);
  } catch (thrown) {
    return err({ type: 'unwritable', path, code: codeOf(thrown) });
  }
}

/** A file prepared under a temporary name, which is to take the place of another. */
export interface Replacement {
  readonly temporary: string;
  readonly path: string;
}

/** Lets files be prepared under temporary names, and then gives them their own, one right after the other. */
export async function replaceFiles(
  temporaries: readonly string[],
  prepare: () => Promise<Result<readonly Replacement[], TaskRefusal>>,
): Promise<Result<void, TaskRefusal>> {
  return withTemporary(temporaries, async () => {
    const prepared = await prepare();
    if (!prepared.ok) return prepared;
    for (const { temporary, path } of prepared.value) {
      try {
        await rename(temporary, path);
      } catch (thrown) {
        return err({ type: 'unwritable', path, code: codeOf(thrown) });
      }
    }
    return ok(undefined);
  });
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether others than its owner may read or write a file, as far as the medium knows of owners. */
export const isOpenToOthers = async (path: string): Promise<boolean> => ((await stat(path)).mode & 0o077) !== 0;

/** The code of a fault of the file system. @throws whatever else was thrown */
export function codeOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code !== 'string') throw thrown;
  return code;
}
