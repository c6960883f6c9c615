import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files of one board. `head` is the signed head; each run `FROM-TO.BYTES.bel` holds the bytes of the archive for the
 * events of those heights, the first one the archive's first record too; `FROM-TO.txt` names the ballots of a run.
 * A run never changes; small ones are put together, and readers find the same bytes under the longer name.
 */
export interface Run {
  /** Height of the first event. */
  readonly from: number;
  /** Height behind the last. */
  readonly to: number;
  readonly bytes: number;
}

const digits = 9;
const padded = (height: number): string => String(height).padStart(digits, '0');
export const runName = ({ from, to, bytes }: Run): string => `${padded(from)}-${padded(to)}.${bytes}.bel`;
export const listName = ({ from, to }: Run): string => `${padded(from)}-${padded(to)}.txt`;

const runForm = /^(\d{9})-(\d{9})\.(\d{1,12})\.bel$/u;

/** The runs that lead from the first event on without a gap, the longest where several begin at one height. */
export async function readRuns(folder: string): Promise<readonly Run[]> {
  const longest = new Map<number, Run>();
  for (const name of await namesIn(folder)) {
    const [, from, to, bytes] = runForm.exec(name) ?? [];
    if (from === undefined || to === undefined || bytes === undefined) continue;
    const run = { from: Number(from), to: Number(to), bytes: Number(bytes) };
    if ((longest.get(run.from)?.to ?? 0) < run.to) longest.set(run.from, run);
  }
  const runs: Run[] = [];
  for (let run = longest.get(0); run !== undefined; run = longest.get(run.to)) runs.push(run);
  return runs;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (fault) {
    if (isMissing(fault)) return [];
    throw fault;
  }
}

/** The content of a file; undefined where there is none. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (fault) {
    if (isMissing(fault)) return undefined;
    throw fault;
  }
}

export const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

/** A file to be written. */
export interface NewFile {
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** Writes files beside their places and brings them to the disk. */
export async function writeDrafts(folder: string, files: readonly NewFile[]): Promise<void> {
  await together(
    files.map(({ name, content }) =>
      withFile(join(folder, `${name}.new`), 'w', async (file) => {
        await file.writeFile(content);
        await file.datasync();
      }),
    ),
  );
}

/** Waits for all, also when one fails: so that nothing is still being written when it is tried again. */
export async function together(tasks: readonly Promise<unknown>[]): Promise<void> {
  for (const settled of await Promise.allSettled(tasks)) if (settled.status === 'rejected') throw settled.reason;
}

/** Puts drafts in their places, and brings that to the disk: each is there whole or not at all, whatever happens. */
export async function putInPlace(folder: string, files: readonly NewFile[]): Promise<void> {
  for (const { name } of files) await rename(join(folder, `${name}.new`), join(folder, name));
  await withFile(folder, 'r', (handle) => handle.sync());
}

/** Makes a folder and brings its name to the disk. */
export async function makeFolder(parent: string, name: string): Promise<string> {
  const folder = join(parent, name);
  if ((await mkdir(folder, { recursive: true })) !== undefined) await withFile(parent, 'r', (handle) => handle.sync());
  return folder;
}

export async function withFile<T>(path: string, flags: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, flags, 0o644);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** Takes away runs, and their lists, that a longer one holds. */
export async function removeRuns(folder: string, runs: readonly Run[]): Promise<void> {
  for (const run of runs) {
    await rm(join(folder, runName(run)), { force: true });
    await rm(join(folder, listName(run)), { force: true });
  }
}
