import { statfs } from 'node:fs/promises';
import { Gauge } from 'prom-client';
import type { Health } from './http/health-routes.ts';
import type { Metrics } from './http/metrics.ts';
import type { DiskRoom } from './jobs/disk-room.ts';
import type { Database } from './persistence/database.ts';
import { secondsLate } from './persistence/waiting-jobs.ts';

/** Bytes below which a disk is low: one day of a large vote writes less. */
const lowBytes = 500_000_000;
/** Seconds after which a job is late: codes by e-mail are good for 15 minutes. */
const patience = 300;

/** What the server stands on. */
export interface Grounds {
  readonly database: Database;
  readonly room: Pick<DiskRoom, 'isFull'>;
  readonly dataFolder: string;
  /** Boards into which nothing is taken since the start. */
  readonly stopped: readonly unknown[];
}

/** Whoever watches the server asks this; the same is added to the figures. */
export function openHealth(grounds: Grounds, { registry }: Metrics): () => Promise<Health> {
  const { database, room, dataFolder, stopped } = grounds;
  const freeBytes = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(dataFolder);
    return bavail * bsize;
  };
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name: `convite_${name}`,
      help,
      registers: [registry],
      async collect() {
        this.set(await read());
      },
    });
  gauge('disk_free_bytes', 'Bytes that are free where the data stand.', freeBytes);
  gauge('boards_stopped', 'Boards into which nothing is taken since the start.', () => stopped.length);
  // Figures of everything else are told with the database away too.
  gauge('job_late_seconds', 'Seconds since the job that waits for longest should have begun.', () =>
    secondsLate(database).catch(() => Number.NaN),
  );
  return async () => {
    const late = await secondsLate(database).catch(() => undefined);
    const isLow = (await freeBytes()) < lowBytes;
    return {
      database: late === undefined ? 'unreachable' : 'ok',
      disk: room.isFull() ? 'full' : isLow ? 'low' : 'ok',
      boards: stopped.length === 0 ? 'ok' : 'stopped',
      jobs: late === undefined ? 'unknown' : late > patience ? 'late' : 'ok',
    };
  };
}
