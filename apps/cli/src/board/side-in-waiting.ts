import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isThere } from '../tasks/new-files.ts';

const between = '.for-';

/**
 * Where a side file waits until the archive that it belongs to has its name: it says the SHA-256 of that archive.
 *
 * Two files cannot take the places of two others at once. So the side file is put down first under this name, then the
 * archive takes its place, then the side file does.
 */
export const waitingSide = (side: string, archiveSha256: string): string => `${side}${between}${archiveSha256}`;

/**
 * Gives a side file that waits for this archive its name, and takes away those that waited for one that never came.
 *
 * @returns whether there was one: this happens after a machine that stopped in between.
 */
export async function settleSide(archive: string, side: string): Promise<boolean> {
  const folder = dirname(side);
  if (!(await isThere(folder))) return false;
  const waiting = (await readdir(folder)).filter((name) => name.startsWith(`${basename(side)}${between}`));
  if (waiting.length === 0) return false;
  const own = waitingSide(side, await sha256Of(archive));
  let isSettled = false;
  for (const name of waiting) {
    const path = join(folder, name);
    if (path === own) {
      await rename(path, side);
      isSettled = true;
    } else {
      await rm(path);
    }
  }
  return isSettled;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
