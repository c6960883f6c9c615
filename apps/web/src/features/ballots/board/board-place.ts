import { randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeSha256 } from '@convite/machine';
import { readIfThere, withFile } from './board-folder.ts';

/** Whether the folder of the boards is the one that was always written to, or a copy of it: a backup that was restored. */
export interface BoardPlace {
  readonly isCopy: boolean;
  /** Names this very copy: whoever repeats it speaks of no other. */
  readonly code: string;
  /** From now on this is the folder that was always written to. */
  readonly settle: () => Promise<void>;
}

const markName = 'place';

/**
 * Looks at the mark in the folder: a file that says when it was made itself, to the nanosecond. The file system writes down
 * that moment anew for every copy, whatever the copy is made with. A folder without a mark gets one: it is new, or of a
 * version that made none.
 *
 * Hazards: a file system that keeps no such moment shows no copy, and the image of a whole disk is none that anything in
 * it could tell.
 *
 * @param about what the code stands for beside the copy
 */
export async function lookAtPlace(root: string, about: string): Promise<BoardPlace> {
  const settle = (): Promise<void> => writeMark(root);
  if ((await readIfThere(join(root, markName))) === undefined) await settle();
  // One file, opened once: of servers that start together each may put its own mark in the place.
  const [born, said] = await withFile(join(root, markName), 'r', async (file) => [
    (await file.stat({ bigint: true })).birthtimeNs,
    (await file.readFile('utf8')).trim(),
  ]);
  const digest = nodeSha256.sha256(Buffer.from(`${about}\n${born}\n`));
  return {
    isCopy: born !== 0n && said !== String(born),
    code: Buffer.from(digest).toString('hex').slice(0, 8),
    settle,
  };
}

async function writeMark(root: string): Promise<void> {
  const draft = join(root, `${markName}.${randomBytes(4).toString('hex')}`);
  const file = await open(draft, 'wx', 0o644);
  try {
    await file.writeFile(`${(await file.stat({ bigint: true })).birthtimeNs}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(root, markName));
  await withFile(root, 'r', (handle) => handle.sync());
}
