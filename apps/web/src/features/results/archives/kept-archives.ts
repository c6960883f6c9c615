import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type ArchivePaths,
  type KeptFault,
  type OpenArchive,
  openArchive,
  type RecordedArchive,
} from './open-archive.ts';
import type { WrittenFile } from './tasks.ts';

/** The archives of this installation: files that are written once, outside the database, each in a folder of its own. */
export interface KeptArchives {
  readonly pathsOf: (id: string) => ArchivePaths;
  /** Makes an empty folder for an archive, whatever an earlier attempt left. */
  readonly begin: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Opens what was recorded when it was verified; the fault where the files are not that any more. */
  readonly open: (recorded: RecordedArchive) => Promise<OpenArchive | KeptFault>;
  readonly exists: (id: string) => Promise<boolean>;
  /** The archive of a part of the tree, once it is made. */
  readonly findPart: (id: string, root: string) => Promise<(WrittenFile & { readonly path: string }) | undefined>;
  /** The file with what would have changed the outcome of a large contest, by the key of its search. */
  readonly switchesPath: (key: string) => string;
  /**
   * Frees the room of what nobody needs any more: archives that are not kept, parts of those that are not published, parts
   * and answers that a stopped server left half-made, answers of searches that are not known.
   */
  readonly tidy: (needed: NeededFiles) => Promise<void>;
  /** Where a part is written before it is whole, and how it is kept then. */
  readonly keepPart: (id: string, root: string, make: (path: string) => Promise<WrittenFile>) => Promise<void>;
}

/** What of all that is kept is needed. */
interface NeededFiles {
  readonly archives: (ids: readonly string[]) => Promise<ReadonlyMap<string, 'published' | 'kept'>>;
  readonly searches: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Half-made parts that nobody wrote to since then are nobody's. */
  readonly since: Date;
}

/** Archives that are held open: of each the manifest and the index, up to 15 MB for a nation. */
const mostOpen = 8;

interface Held {
  readonly stamp: string;
  readonly archive: Promise<OpenArchive | KeptFault>;
}

export async function openKeptArchives(root: string): Promise<KeptArchives> {
  const answers = join(root, 'switches');
  await mkdir(answers, { recursive: true, mode: 0o700 });
  const held = new Map<string, Held>();
  const folderOf = (id: string): string => join(root, id);
  const pathsOf = (id: string): ArchivePaths => ({
    archive: join(folderOf(id), 'archive.zip'),
    index: join(folderOf(id), 'index.json'),
    reports: join(folderOf(id), 'reports.json'),
    protocol: join(folderOf(id), 'protocol.json'),
  });
  // Codes are whatever a country uses: a hash of one is a name in any folder.
  const partOf = (id: string, code: string): string =>
    join(folderOf(id), `part-${createHash('sha256').update(code).digest('hex').slice(0, 32)}`);
  return {
    pathsOf,
    async begin(id) {
      await rm(folderOf(id), { recursive: true, force: true });
      await mkdir(folderOf(id), { mode: 0o700 });
    },
    async remove(id) {
      held.delete(id);
      await rm(folderOf(id), { recursive: true, force: true });
    },
    async open(recorded) {
      const paths = pathsOf(recorded.id);
      const stamp = await stampOf(paths);
      if (stamp === undefined) return 'missing';
      const known = held.get(recorded.id);
      const archive = known?.stamp === stamp ? known.archive : openArchive(paths, recorded);
      held.delete(recorded.id);
      held.set(recorded.id, { stamp, archive });
      for (const oldest of held.keys()) {
        if (held.size <= mostOpen) break;
        held.delete(oldest);
      }
      try {
        return await archive;
      } catch (fault) {
        held.delete(recorded.id);
        throw fault;
      }
    },
    exists: async (id) => (await stampOf(pathsOf(id))) !== undefined,
    async findPart(id, root) {
      const text = await unlessGone(readFile(`${partOf(id, root)}.json`, 'utf8'));
      if (text === undefined) return undefined;
      const file: WrittenFile = JSON.parse(text);
      return { ...file, path: `${partOf(id, root)}.zip` };
    },
    switchesPath: (key) => join(answers, `${key}.jsonl`),
    async tidy({ archives, searches, since }) {
      const ids = (await readdir(root)).filter((name) => name !== basename(answers));
      const kept = await archives(ids);
      for (const id of ids) {
        const state = kept.get(id);
        if (state === undefined) {
          held.delete(id);
          await rm(folderOf(id), { recursive: true, force: true });
        } else await tidyParts(folderOf(id), state === 'published', since);
      }
      const names = await readdir(answers);
      const keyOf = (name: string): string => basename(name, '.jsonl');
      const known = await searches(names.map(keyOf));
      for (const name of names) if (!known.has(keyOf(name))) await rm(join(answers, name), { force: true });
    },
    async keepPart(id, root, make) {
      const path = partOf(id, root);
      await rm(`${path}.new`, { force: true });
      const made = await make(`${path}.new`).catch(async (fault: unknown) => {
        await rm(`${path}.new`, { force: true });
        throw fault;
      });
      await rename(`${path}.new`, `${path}.zip`);
      await writeWhole(`${path}.json`, JSON.stringify(made));
    },
  };
}

/** Removes parts of an archive that are not served, and those that were left half-made. */
async function tidyParts(folder: string, isServed: boolean, since: Date): Promise<void> {
  const names = await unlessGone(readdir(folder));
  for (const name of (names ?? []).filter((each) => each.startsWith('part-'))) {
    const path = join(folder, name);
    const stats = await unlessGone(stat(path));
    const isLeft = name.endsWith('.new') && stats !== undefined && stats.mtime < since;
    if (!isServed || isLeft) await rm(path, { force: true });
  }
}

/** What is read of the disk; undefined where it is not there, or not any more. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw fault;
  }
}

/** Says of files whether they may have changed: whoever writes to one changes its time. */
async function stampOf({ archive, index, reports, protocol }: ArchivePaths): Promise<string | undefined> {
  const statOf = (path: string) => stat(path, { bigint: true });
  const stats = await unlessGone(Promise.all([archive, index, reports].map(statOf)));
  // Archives of before there were protocols have none.
  const last = await unlessGone(statOf(protocol));
  return stats
    ?.concat(last ?? [])
    .map(({ ino, size, mtimeNs, ctimeNs }) => `${ino} ${size} ${mtimeNs} ${ctimeNs}`)
    .join();
}

async function writeWhole(path: string, content: string): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}
