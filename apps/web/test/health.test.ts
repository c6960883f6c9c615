import { beforeAll, beforeEach, expect, test } from 'vitest';
import { OpenAPIHono } from '@hono/zod-openapi';
import { InvariantError } from '@convite/kernel';
import { healthRoutes } from '../src/http/health-routes.ts';
import { makeMetrics } from '../src/http/metrics.ts';
import { type AppEnv, makeRouter } from '../src/http/router.ts';
import { makeDiskRoom, NoRoom } from '../src/jobs/disk-room.ts';
import { prepareJobs } from '../src/jobs/job-queue.ts';
import { openHealth } from '../src/open-health.ts';
import { makeDatabase } from '../src/persistence/database.ts';
import { type FreshDatabase, freshDatabase } from './fresh-database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await prepareJobs(database.pool);
});
beforeEach(() => database.pool.query('delete from graphile_worker._private_jobs'));

/** What a watchman is told of a server whose disk and boards are like that. */
function watch({ isFull = false, stopped = 0 } = {}) {
  const app = new OpenAPIHono<AppEnv>();
  const router = makeRouter(app, { admit: () => Promise.reject(new InvariantError('no route here is for staff')) });
  const [metrics, room] = [makeMetrics(), makeDiskRoom(() => new Date())];
  if (isFull) room.note(new NoRoom('no space left on device'));
  const grounds = {
    database: makeDatabase(database.pool),
    room,
    dataFolder: '/',
    stopped: Array(stopped).fill('board'),
  };
  healthRoutes(router, openHealth(grounds, metrics), metrics);
  return {
    health: async () => {
      const answer = await app.request('/healthz');
      return [answer.status, await answer.json()];
    },
    figure: async (name: string) => {
      const text = await (await app.request('/metrics')).text();
      return Number(new RegExp(`^convite_${name} (\\S+)$`, 'mu').exec(text)?.[1]);
    },
  };
}

const well = { database: 'ok', disk: 'ok', boards: 'ok', jobs: 'ok' };
const addJob = (seconds: number) =>
  database.pool.query(`select graphile_worker.add_job('letter', run_at => now() + $1 * interval '1 second')`, [
    seconds,
  ]);

test('a server that is well says so, and how much room its disk has', async () => {
  const { health, figure } = watch();
  await addJob(3600);
  await addJob(-10);
  expect(await health()).toEqual([200, { status: 'ok', ...well }]);
  expect(await figure('disk_free_bytes')).toBeGreaterThan(0);
  expect(await figure('boards_stopped')).toBe(0);
});

test('a job that nobody does is late, and the figure tells for how long', async () => {
  const { health, figure } = watch();
  await addJob(-900);
  await addJob(-1);
  expect(await health()).toEqual([200, { status: 'troubled', ...well, jobs: 'late' }]);
  expect(await figure('job_late_seconds')).toBeGreaterThanOrEqual(900);
});

test('a full disk and a stopped board keep people from voting: the server is failing', async () => {
  expect(await watch({ isFull: true }).health()).toEqual([503, { status: 'failing', ...well, disk: 'full' }]);
  const { health, figure } = watch({ stopped: 2 });
  expect(await health()).toEqual([503, { status: 'failing', ...well, boards: 'stopped' }]);
  expect(await figure('boards_stopped')).toBe(2);
});

test('with its database away it is failing, and its other figures are told', async () => {
  const { health, figure } = watch();
  await database.drop();
  const away = { database: 'unreachable', jobs: 'unknown' };
  expect(await health()).toEqual([503, { status: 'failing', ...well, ...away }]);
  expect(await figure('disk_free_bytes')).toBeGreaterThan(0);
  expect(await figure('job_late_seconds')).toBeNaN();
});
