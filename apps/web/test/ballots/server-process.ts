import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invariant } from '@convite/kernel';
import type pg from 'pg';
import { makePool } from '../../src/persistence/pool.ts';
import { bundleServer } from '../../scripts/bundle.mjs';

/** The site in a process of its own with its own database, as people run it; both can be killed and started again. */
export interface ServerProcess {
  /** Its data folder. */
  readonly data: string;
  /** Starts it on the data that are there, perhaps with other settings than usual. @returns its address */
  start(other?: Readonly<Record<string, string>>): Promise<string>;
  /** What it said and logged since it started. */
  said(): string;
  /** A pool on its database, which ends with it. */
  pool(): pg.Pool;
  /** Ends server and database at once, without a word to either. */
  kill(): Promise<void>;
  /** Ends both in their order; the data stay. */
  halt(): Promise<void>;
  /** Ends both, and takes the data away. */
  stop(): Promise<void>;
}

const settings = { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '', LOG_LEVEL: 'fatal' } as const;
const program = fileURLToPath(new URL('./run-server.mjs', import.meta.url));

/**
 * @param name of the bundle's folder, so that no two tests write the same one.
 * @param more settings; unless they say otherwise nothing is made by itself.
 * @param disk the folder that its data folder is made in.
 */
export async function makeServerProcess(
  name: string,
  more: Readonly<Record<string, string>> = { DEMO: '0' },
  disk = tmpdir(),
): Promise<ServerProcess> {
  return serverProcess(JSON.stringify(await bundleServer(name)), mkdtempSync(join(disk, 'convite-server-')), more);
}

/** Several processes on one database that stands already, each with the data folder that it is given. */
export async function makeServerProcesses(
  name: string,
  databaseUrl: string,
  folders: readonly string[],
): Promise<readonly ServerProcess[]> {
  const places = JSON.stringify(await bundleServer(name));
  return folders.map((data) => serverProcess(places, data, { DEMO: '0', DATABASE_URL: databaseUrl }));
}

function serverProcess(places: string, data: string, more: Readonly<Record<string, string>>): ServerProcess {
  let server: ChildProcess | undefined;
  let output = '';
  const pools: pg.Pool[] = [];

  const postmaster = (): { readonly pid: number; readonly socketFolder: string } => {
    const lines = readFileSync(join(data, 'postgresql', 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketFolder: lines[4] ?? '' };
  };
  const endPools = async (): Promise<void> => {
    await Promise.all(pools.splice(0).map((pool) => pool.end().catch(() => undefined)));
  };
  const halt = async (): Promise<void> => {
    await endPools();
    if (server?.exitCode !== null) return;
    server.kill('SIGINT');
    await once(server, 'exit');
  };
  return {
    data,
    async start(other = {}) {
      const child = spawn(process.execPath, ['--no-memory-protection-keys', program, places], {
        env: { ...process.env, ...settings, CONVITE_DATA: data, ...more, ...other },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      server = child;
      output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
      }
      return await addressOf(child);
    },
    said: () => output,
    pool() {
      const { socketFolder } = postmaster();
      // Connections are lost when the database is killed: that is what the test is about.
      const pool = makePool(
        { host: socketFolder, port: 5432, ssl: false, user: 'convite', database: 'convite' },
        () => undefined,
      );
      pools.push(pool);
      return pool;
    },
    async kill() {
      invariant(server !== undefined && server.exitCode === null, 'the server runs');
      const { pid } = postmaster();
      const ended = once(server, 'exit');
      // The database is the leader of a group of its own.
      process.kill(-pid, 'SIGKILL');
      server.kill('SIGKILL');
      await ended;
      server = undefined;
      await endPools();
    },
    halt,
    async stop() {
      await halt();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The address that the server says it runs at. @throws Error when it ends before, with what it said */
async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stderr.write(chunk);
  });
  return await new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /running at (http:\S+)/u.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error(`the server did not start: ${output}`)));
  });
}
