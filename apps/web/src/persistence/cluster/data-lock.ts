import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@convite/kernel';
import { processStart } from './running-process.ts';

/** A data folder is held by one server at a time. */
export interface DataLock {
  release(): void;
}

export interface DataLockHeld {
  readonly type: 'data_in_use';
  readonly folder: string;
  readonly pid: number;
}

/**
 * Takes the lock of a data folder, or says who holds it. The lock of a process that is gone is taken over.
 *
 * The lock names a process by its id and its start, so that neither a crash nor a restarted machine leaves it stuck.
 * Hazards: a process of another machine or container that shares the folder cannot be seen.
 */
export function lockData(folder: string): Result<DataLock, DataLockHeld> {
  const path = join(folder, 'server.lock');
  const mine = `${process.pid}\n${processStart(process.pid) ?? ''}\n`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    // A link either appears whole or not at all, and never replaces another.
    for (let attempt = 0; attempt < 10; attempt++) {
      if (tryLink(draft, path)) return ok({ release: () => release(path, mine) });
      const theirs = read(path);
      const [pid, start] = theirs.split('\n');
      if (pid !== undefined && start !== undefined && processStart(Number(pid)) === start) {
        return err({ type: 'data_in_use', folder, pid: Number(pid) });
      }
      dropStale(path, theirs);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`cannot take the lock ${path}`);
}

/** Moves the stale lock aside; if another server took it over meanwhile, its lock is put back. */
function dropStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string, mine: string): void {
  if (read(path) === mine) unlinkSync(path);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
