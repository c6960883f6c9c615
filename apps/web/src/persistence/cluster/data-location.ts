import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openToEveryone } from './database-account.ts';

/** Where a service's data go when the account of the database cannot enter the folder that was asked for. */
export const reachableFolder = '/var/lib/convite';
const pointerName = 'moved-to.txt';

/**
 * Makes the data folder and tells where the database's own files stand: in it, or, when others than root must reach
 * them and cannot, in a folder of the system whose path is written into it.
 */
export function dataLocation(folder: string, everyone: boolean): string {
  mkdirSync(folder, { recursive: true });
  const pointer = join(folder, pointerName);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  if (!everyone) return folder;
  // The database's own folder inside stays closed; this one must let its account through.
  chmodSync(folder, 0o711);
  if (openToEveryone(folder)) return folder;
  const mark = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 12);
  const moved = join(reachableFolder, `${basename(folder)}-${mark}`);
  mkdirSync(moved, { recursive: true });
  chmodSync(reachableFolder, 0o755);
  chmodSync(moved, 0o711);
  writeFileSync(pointer, `${moved}\n`);
  return moved;
}
