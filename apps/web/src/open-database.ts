import { err, ok, type Result } from '@convite/kernel';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Settings } from './env.ts';
import { type ClusterRefusal, ensureDatabase, startCluster } from './persistence/cluster/cluster.ts';
import { askAlive, makeDatabase } from './persistence/database.ts';
import { makePool } from './persistence/pool.ts';

export interface OpenDatabase {
  readonly pool: pg.Pool;
  /** Where the data are, for whoever runs the server. */
  readonly description: string;
  /** Settles when a database of our own ends without being asked. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

export type DatabaseRefusal = ClusterRefusal | { readonly type: 'database_unreachable'; readonly message: string };

/** Opens the database that the settings name, or starts our own. */
export async function openDatabase(
  { databaseUrl, dataFolder }: Settings,
  logger: Logger,
): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const onError = (error: Error): void => logger.warn(error, 'a database connection was lost');
  if (databaseUrl !== undefined) return openNamed(databaseUrl, onError);
  const started = await startCluster({ folder: dataFolder, durable: true });
  if (!started.ok) return started;
  const cluster = started.value;
  await ensureDatabase(cluster, 'convite');
  const pool = makePool(cluster.connection('convite'), onError);
  return ok({
    pool,
    description: cluster.location,
    lost: cluster.ended,
    async close() {
      // PostgreSQL's own stop ends what a connection still holds; waiting for each would only take time.
      const drained = pool.end();
      await cluster.stop();
      await drained;
    },
  });
}

async function openNamed(
  connectionString: string,
  onError: (error: Error) => void,
): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const pool = makePool({ connectionString }, onError);
  try {
    await askAlive(makeDatabase(pool));
  } catch (error) {
    return err({ type: 'database_unreachable', message: error instanceof Error ? error.message : String(error) });
  }
  const { host, pathname } = new URL(connectionString);
  return ok({
    pool,
    description: `database ${pathname.slice(1)} at ${host}`,
    lost: new Promise(() => undefined),
    close: () => pool.end(),
  });
}
