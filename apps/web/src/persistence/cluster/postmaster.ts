import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processesIn, processStart } from './running-process.ts';
import { removeSocketFolder } from './socket-folder.ts';

/** What PostgreSQL writes down about itself while it runs. */
interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

function readPostmaster(data: string): PostmasterFile | undefined {
  const path = join(data, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * Ends a PostgreSQL that outlived its server (killed hard), and clears what it left behind.
 *
 * Its file may also be left by a crash of the machine: the id in it then means nobody, or a stranger, who is let alone.
 * Requires: the data lock is held, so that no living server uses the data.
 * @throws Error when it cannot be ended.
 */
export async function endOrphan(data: string): Promise<void> {
  const left = readPostmaster(data);
  if (left === undefined) return;
  const home = realpathSync(data);
  for (const [signal, milliseconds] of [
    ['SIGINT', 5000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 2000],
  ] as const) {
    if (processesIn(home).includes(left.pid)) process.kill(left.pid, signal);
    if (await allGone(home, milliseconds)) {
      rmSync(join(data, 'postmaster.pid'), { force: true });
      await removeSocketFolder(left.socketFolder);
      return;
    }
  }
  throw new Error(`the database of an earlier run (process ${left.pid}) still uses ${data} and does not end`);
}

async function allGone(home: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited <= milliseconds; waited += 20) {
    if (processesIn(home).length === 0) return true;
    await pause(20);
  }
  return false;
}

/** Waits until PostgreSQL takes connections. @returns false when its process ended instead or the time is over. */
export async function becameReady(data: string, pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited <= milliseconds; waited += 10) {
    const file = readPostmaster(data);
    if (file?.pid === pid && file.ready) return true;
    if (processStart(pid) === undefined) return false;
    await pause(10);
  }
  return false;
}
