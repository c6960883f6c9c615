import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArchiveSource, type BoardHead, checkReceipt, readHead } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { makeFolder, withFile } from './board-folder.ts';
import { isOfHead, type KeptArchive, keptArchive } from './kept-archive.ts';

/** What people brought who had kept a board: heads that were signed, and archives. */
export interface Mirrors {
  readonly folder: string;
  /** Signed by our key, the greatest of each contest last. */
  readonly heads: readonly BoardHead[];
  /** Files that are neither an archive nor a head of ours. */
  readonly strange: readonly string[];
  /** An archive of the election with this first event that holds the board of the head. */
  readonly archiveOf: (first: string, head: BoardHead) => Promise<KeptArchive | undefined>;
}

/** A head or a receipt is some hundred bytes. */
const longestNote = 10_000;

/** Reads the folder `mirrors`, into which whoever runs the server puts what observers and voters bring, folders and all. */
export async function readMirrors(root: string, keyText: string): Promise<Mirrors> {
  const folder = await makeFolder(root, 'mirrors');
  const heads: BoardHead[] = [];
  const [strange, large]: [string[], string[]] = [[], []];
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const path = join(folder, name);
    const file = await stat(path);
    if (!file.isFile()) continue;
    const head = file.size <= longestNote ? await headIn(path, keyText) : undefined;
    if (head !== undefined) heads.push(head);
    else if (file.size > longestNote) large.push(path);
    else strange.push(name);
  }
  // They are large, and looked at only where one is needed.
  let archives: ReturnType<typeof readArchives> | undefined;
  return {
    folder,
    heads: heads.toSorted((a, b) => a.size - b.size),
    strange,
    async archiveOf(first, head) {
      return (await (archives ??= readArchives(large))).get(first)?.find((archive) => isOfHead(archive, head));
    },
  };
}

/** The head of a note, or of a receipt. */
async function headIn(path: string, keyText: string): Promise<BoardHead | undefined> {
  const text = await withFile(path, 'r', (file) => file.readFile('utf8'));
  const head = readHead(text, keyText, nodeSha256.sha256);
  if (head.ok) return head.value;
  const receipt = checkReceipt(text, keyText, nodeSha256.sha256);
  if (!receipt.ok) return undefined;
  const { contest, height, event } = receipt.value;
  return { contest, size: height + 1, hash: event };
}

async function readArchives(paths: readonly string[]): Promise<ReadonlyMap<string, readonly KeptArchive[]>> {
  const found = new Map<string, KeptArchive[]>();
  for (const path of paths) {
    const archive = await keptArchive(await fileSource(path));
    if (archive === undefined) continue;
    const { hash } = archive.index.event(0);
    found.set(hash, [...(found.get(hash) ?? []), archive]);
  }
  return found;
}

/** A file, opened anew for each read: a few hundred reads for an archive, and nothing to close. */
async function fileSource(path: string): Promise<ArchiveSource> {
  const { size } = await stat(path);
  return {
    size,
    async read(offset, length) {
      const file = await open(path);
      try {
        const bytes = new Uint8Array(length);
        for (let done = 0; done < length;) {
          const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
          invariant(bytesRead > 0, 'a copy of a board stays as it is while it is read');
          done += bytesRead;
        }
        return bytes;
      } finally {
        await file.close();
      }
    },
  };
}
