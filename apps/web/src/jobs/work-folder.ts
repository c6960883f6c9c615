import { appendFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processStart } from '../persistence/cluster/running-process.ts';

/** A folder for one piece of work: for what is too large to be handed from process to process. */
export interface WorkPlace {
  path(name: string): string;
  read(name: string): Promise<Uint8Array>;
  append(name: string, bytes: Uint8Array): Promise<void>;
}

/** Where the work of this server lies while it is done; nobody but the server's own account may look in. */
export interface WorkFolder {
  /** Gives the work a place of its own, which is gone when the work has ended, well or not. */
  use<T>(work: (place: WorkPlace) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

/** Opens a folder of this server in `parent`, and removes those of servers that were killed. */
export async function openWorkFolder(parent: string): Promise<WorkFolder> {
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const left = await readdir(parent);
  await Promise.all(left.filter((name) => !isOfLiving(name)).map((name) => removed(join(parent, name))));
  const own = await mkdtemp(join(parent, `${nameOf(process.pid)}-`));
  return {
    async use(work) {
      const folder = await mkdtemp(join(own, 'work-'));
      const path = (name: string): string => join(folder, name);
      try {
        return await work({
          path,
          read: (name) => readFile(path(name)),
          append: (name, bytes) => appendFile(path(name), bytes, { mode: 0o600 }),
        });
      } finally {
        await removed(folder);
      }
    },
    remove: () => removed(own),
  };
}

const removed = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

const nameOf = (pid: number): string => `${pid}-${(processStart(pid) ?? '').replaceAll(/[^0-9a-zA-Z]/gu, '')}`;

const isOfLiving = (name: string): boolean => name.startsWith(`${nameOf(Number.parseInt(name, 10))}-`);
