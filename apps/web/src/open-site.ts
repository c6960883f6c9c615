import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { ok, type Result } from '@convite/kernel';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Settings } from './env.ts';
import { makeBodyStore } from './http/body-store.ts';
import { healthRoutes } from './http/health-routes.ts';
import { type Listening, listen, type PortRefusal } from './http/listen.ts';
import { makeMetrics } from './http/metrics.ts';
import { makeWebApp } from './http/web-app.ts';
import { prepareJobs, startJobs } from './jobs/job-queue.ts';
import { makeDatabase } from './persistence/database.ts';
import { migrate, type MigrationRefusal } from './persistence/migrate.ts';
import { visitorKey } from './persistence/service-key.ts';

/** Where the parts of the server stand. */
export interface SitePlaces {
  /** Folder of the project, as an address that ends with `/`. */
  readonly root: URL;
  /** What a counting thread runs. */
  readonly countingThread: URL;
}

const storedPageBytes = 64 * 1024 * 1024;

/** Brings the database to its newest form, seeds the demo, starts the jobs and opens the door. */
export async function openSite(
  settings: Settings,
  places: SitePlaces,
  pool: pg.Pool,
  logger: Logger,
): Promise<Result<Listening, MigrationRefusal | PortRefusal>> {
  const migrated = await migrate(pool, fileURLToPath(new URL('apps/web/migrations', places.root)));
  if (!migrated.ok) return migrated;
  await prepareJobs(pool);
  const database = makeDatabase(pool);
  const metrics = makeMetrics();
  const router = makeWebApp(
    {
      publicOrigin: settings.publicOrigin,
      trustProxy: settings.trustProxy,
      visitorKey: await visitorKey(database, () => randomBytes(32)),
      now: () => new Date(),
      logger,
      metrics,
      bodies: makeBodyStore(storedPageBytes),
    },
    {
      notFound: (c) => c.text('not found', 404),
      foreignForm: (c) => c.text('foreign', 403),
      failed: (c, incident) => c.text(incident, 500),
    },
    () => randomBytes(6).toString('hex'),
  );
  healthRoutes(router, database, metrics);
  const jobs = await startJobs(
    pool,
    {},
    {
      concurrency: 3,
      daily: [],
      onError: (error) => {
        metrics.jobFailures.inc();
        logger.warn(error, 'an attempt at a job failed');
      },
    },
  );
  const listening = await listen(router, settings.host, settings.port);
  if (!listening.ok) {
    await jobs.stop();
    return listening;
  }
  return ok({
    address: listening.value.address,
    async close() {
      await Promise.all([listening.value.close(), jobs.stop()]);
    },
  });
}
