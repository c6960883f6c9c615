import { err, ok, type Result } from '@convite/kernel';
import { rmdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Why nothing can be written into a folder. */
export type OutFault =
  | { readonly type: 'not_empty' }
  | { readonly type: 'not_a_folder' | 'no_permission' | 'other'; readonly code: string };

/** A file that nobody sees under its name before it is whole. */
export interface NewFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Nothing more comes: of very many files only those at work stay open. Otherwise the folder ends it. */
  readonly end: () => Promise<void>;
}

/** A folder that gets files all at once, or stays as it was. */
export interface OutFolder {
  /** Begins a file; `isPrivate`: its owner alone may read it. */
  readonly begin: (isPrivate: boolean) => Promise<NewFile>;
  /** Gives the files, in the order in which they were begun, these names. */
  readonly finish: (names: readonly string[]) => Promise<void>;
  /** Takes away everything that was begun, at once, even when the program is about to end. */
  readonly abandon: () => void;
}

/** Bytes that are collected before they are written. */
const block = 1 << 20;

interface BegunFile extends NewFile {
  readonly path: string;
}

/** Opens a folder to write into: one that does not exist, or is empty. */
export async function openOutFolder(path: string): Promise<Result<OutFolder, OutFault>> {
  let firstMade: string | undefined;
  try {
    firstMade = await mkdir(path, { recursive: true });
    if ((await readdir(path)).length > 0) return err({ type: 'not_empty' });
  } catch (thrown) {
    return err(outFault(thrown));
  }
  const begun: BegunFile[] = [];
  const remove = (): void => {
    for (const { path: file } of begun) rmSync(file, { force: true });
    if (firstMade !== undefined) removeEmpty(path, firstMade);
  };
  try {
    // Tried before any work is done: a folder of somebody else is found out now.
    const probe = join(path, '.convite-0.part');
    await (await open(probe, 'wx')).close();
    rmSync(probe);
  } catch (thrown) {
    if (firstMade !== undefined) removeEmpty(path, firstMade);
    return err(outFault(thrown));
  }
  return ok({
    begin: async (isPrivate) => {
      const file = join(path, `.convite-${begun.length + 1}.part`);
      const made = await beginFile(file, isPrivate ? 0o600 : 0o644);
      begun.push(made);
      return made;
    },
    finish: async (names) => {
      for (const file of begun) await file.end();
      for (const [i, { path: file }] of begun.entries()) await rename(file, join(path, names[i] ?? ''));
    },
    abandon: remove,
  });
}

/** Takes away a folder and those around it up to `first`, as far as nobody has put anything there. */
function removeEmpty(path: string, first: string): void {
  try {
    rmdirSync(path);
  } catch (thrown) {
    const isUsed = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOTEMPTY';
    if (!isUsed) throw thrown;
    return;
  }
  if (path !== first) removeEmpty(dirname(path), first);
}

async function beginFile(path: string, mode: number): Promise<BegunFile> {
  const handle: FileHandle = await open(path, 'wx', mode);
  let [waiting, size]: [Uint8Array[], number] = [[], 0];
  let isOpen = true;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting, size);
    [waiting, size] = [[], 0];
    await handle.writeFile(bytes);
  };
  return {
    path,
    write: async (bytes) => {
      waiting.push(bytes);
      size += bytes.length;
      if (size >= block) await flush();
    },
    end: async () => {
      if (!isOpen) return;
      isOpen = false;
      await flush();
      await handle.sync();
      await handle.close();
    },
  };
}

function outFault(thrown: unknown): OutFault {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (typeof code !== 'string') throw thrown;
  if (code === 'EEXIST' || code === 'ENOTDIR') return { type: 'not_a_folder', code };
  const isForbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return { type: isForbidden ? 'no_permission' : 'other', code };
}
