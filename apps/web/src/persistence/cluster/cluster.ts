import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@convite/kernel';
import pg from 'pg';
import type { SocketConnection } from '../pool.ts';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { type DataLockHeld, lockData } from './data-lock.ts';
import { dataLocation, reachableFolder } from './data-location.ts';
import { type DatabaseAccount, databaseAccount } from './database-account.ts';
import { becameReady, endOrphan } from './postmaster.ts';
import { makeSocketFolder, removeSocketFolder } from './socket-folder.ts';

const superuser = 'convite';
const majorVersion = '18';

/** A PostgreSQL of our own, running on a Unix socket and no port. */
export interface Cluster {
  /** How to reach one of its databases. */
  readonly connection: (database: string) => SocketConnection;
  /** Where its files stand. */
  readonly location: string;
  /** Settles when PostgreSQL ended, asked or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export type ClusterRefusal =
  | DataLockHeld
  | { readonly type: 'no_binaries'; readonly system: string }
  | { readonly type: 'other_version'; readonly found: string; readonly wanted: string; readonly folder: string }
  | { readonly type: 'database_failed'; readonly log: string };

export interface ClusterOptions {
  readonly folder: string;
  /** False only where a crash may lose everything, as in a throw-away cluster of the tests. */
  readonly durable: boolean;
}

/**
 * Starts PostgreSQL on a data folder, which is made when missing.
 *
 * Takes the folder's lock first; a PostgreSQL left over by a server that was killed hard is ended.
 */
export async function startCluster({ folder, durable }: ClusterOptions): Promise<Result<Cluster, ClusterRefusal>> {
  const account = databaseAccount();
  const location = dataLocation(folder, account !== undefined);
  const lock = lockData(location);
  if (!lock.ok) return lock;
  const started = await startLocked({ location, durable, account });
  if (!started.ok) {
    lock.value.release();
    return started;
  }
  const { postgres, socketFolder } = started.value;
  const ended = once(postgres, 'exit').then(async () => {
    await removeSocketFolder(socketFolder);
    lock.value.release();
  });
  // Whatever ends this process in an orderly way, even an error, takes PostgreSQL along.
  const lastResort = () => postgres.kill('SIGINT');
  process.once('exit', lastResort);
  return ok({
    connection: (database) => ({ host: socketFolder, port: ownPort, ssl: false, user: superuser, database }),
    location,
    ended,
    async stop() {
      process.removeListener('exit', lastResort);
      postgres.kill('SIGINT');
      const impatience = setTimeout(() => postgres.kill('SIGQUIT'), 1500);
      await ended;
      clearTimeout(impatience);
    },
  });
}

interface Place {
  readonly location: string;
  readonly durable: boolean;
  readonly account: DatabaseAccount | undefined;
}

interface Started {
  readonly postgres: ChildProcess;
  readonly socketFolder: string;
}

async function startLocked({ location, durable, account }: Place): Promise<Result<Started, ClusterRefusal>> {
  const binaries = await findBinaries(account !== undefined, reachableFolder);
  if (binaries === undefined) return err({ type: 'no_binaries', system: `${process.platform}-${process.arch}` });
  const data = join(location, 'postgresql');
  const logPath = join(location, 'postgresql.log');
  const log = openSync(logPath, 'a', 0o600);
  try {
    if (existsSync(data)) {
      const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
      if (found !== majorVersion) return err({ type: 'other_version', found, wanted: majorVersion, folder: data });
      await endOrphan(data);
    } else if (!(await initialise({ binaries, location, data, durable, account, log }))) {
      return err({ type: 'database_failed', log: logPath });
    }
    const socketFolder = makeSocketFolder(account);
    const postgres = spawn(binaries.postgres, postgresArguments(data, socketFolder, durable), {
      ...account,
      cwd: '/',
      // A group of its own, so that Ctrl-C at the terminal reaches it only through us, after the last transaction.
      detached: true,
      stdio: ['ignore', log, log],
      env: postgresEnvironment(),
    });
    if (postgres.pid !== undefined && (await becameReady(data, postgres.pid, 60_000))) {
      return ok({ postgres, socketFolder });
    }
    postgres.kill('SIGKILL');
    await removeSocketFolder(socketFolder);
    return err({ type: 'database_failed', log: logPath });
  } finally {
    closeSync(log);
  }
}

/** Makes the database files beside their place and moves them there whole, so that none are ever half made. */
async function initialise(
  place: Place & { readonly binaries: PostgresBinaries; readonly data: string; readonly log: number },
): Promise<boolean> {
  const { binaries, data, account, log } = place;
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account !== undefined) chownSync(draft, account.uid, account.gid);
  const initdb = spawn(
    binaries.initdb,
    [
      ...[`--pgdata=${draft}`, `--username=${superuser}`, '--auth=trust', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
      ...(place.durable ? [] : ['--no-sync']),
    ],
    { ...account, cwd: '/', detached: true, stdio: ['ignore', log, log], env: postgresEnvironment() },
  );
  const code = await new Promise<number | null>((resolve) => {
    initdb.once('error', () => resolve(null));
    initdb.once('exit', resolve);
  });
  if (code !== 0) return false;
  renameSync(draft, data);
  return true;
}

const ownPort = 5432;

function postgresArguments(data: string, socketFolder: string, durable: boolean): readonly string[] {
  const settings = [
    'listen_addresses=',
    'unix_socket_permissions=0700',
    'max_connections=60',
    'log_min_messages=warning',
    // What a statement is refused for, but neither its rows nor its text: a log is read by more people than a database.
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'lc_messages=C',
    // The throw-away one serves several servers at once.
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']),
  ];
  return ['-D', data, '-k', socketFolder, '-p', String(ownPort), ...settings.flatMap((setting) => ['-c', setting])];
}

/** Nothing of ours but what a program needs: no PG… variable of the caller changes what this PostgreSQL does. */
const postgresEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });

/** Creates the database unless it exists. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  const client = new pg.Client(cluster.connection('postgres'));
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
