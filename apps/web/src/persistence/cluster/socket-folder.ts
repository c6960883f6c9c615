import { accessSync, chownSync, constants, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DatabaseAccount } from './database-account.ts';

/** A Unix socket's path must fit 107 bytes; PostgreSQL adds its own name and a second for its lock. */
const longest = 107 - '/.s.PGSQL.5432.lock'.length;
const prefix = 'convite-';

/** Makes a folder of our own, closed to others, whose path is short enough to hold PostgreSQL's socket. */
export function makeSocketFolder(account: DatabaseAccount | undefined): string {
  const place = [tmpdir(), '/tmp', '/dev/shm', '/var/tmp'].find(
    (folder) => Buffer.byteLength(join(folder, `${prefix}XXXXXX`)) <= longest && isWritable(folder),
  );
  if (place === undefined) throw new Error('no temporary folder with a short enough path for the database socket');
  const folder = mkdtempSync(join(place, prefix));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** Removes a folder made by `makeSocketFolder`, and nothing else. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(prefix)) await rm(folder, { recursive: true, force: true });
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
