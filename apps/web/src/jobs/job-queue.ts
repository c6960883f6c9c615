import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Job, Logger, makeWorkerUtils, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { releaseDeadWorkers, holdWorkerMark } from '../persistence/dead-workers.ts';
import { requestAgain } from '../persistence/job-outbox.ts';
import { type DiskRoom, isNoRoom, untilRoom } from './disk-room.ts';

/** One attempt at a job. */
export interface Attempt {
  /** Fires when the server stops: the job will be tried again by the next one. */
  readonly signal: AbortSignal;
  /** True when it will not be tried again. */
  readonly last: boolean;
}

/** What is done for a job of each name. It calls a use case; an error means another attempt. */
export type JobHandlers = Readonly<Record<string, (subject: string, attempt: Attempt) => Promise<void>>>;

export interface JobQueue {
  stop(): Promise<void>;
}

/** Makes the tables of the queue; needed before any job is asked for. */
export async function prepareJobs(pool: pg.Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool, logger: quiet });
  await utils.migrate();
  await utils.release();
}

export interface JobOptions {
  readonly concurrency: number;
  /** Names of the jobs that come up once a day by themselves. */
  readonly daily: readonly string[];
  readonly onError: (error: unknown) => void;
  readonly room: DiskRoom;
  /** Milliseconds between two tries while a disk is full. */
  readonly wait?: number;
}

/** Starts doing jobs, `concurrency` at once, after giving back those of servers that were killed. */
export async function startJobs(
  pool: pg.Pool,
  handlers: JobHandlers,
  { concurrency, daily, onError, room, wait = untilRoom }: JobOptions,
): Promise<JobQueue> {
  const events: WorkerEvents = new EventEmitter();
  const mark = await holdWorkerMark(pool, events, onError);
  events.on('job:error', ({ error }) => onError(error));
  await releaseDeadWorkers(pool);
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      async (payload, { abortSignal, job }) => {
        const attempt = { signal: abortSignal ?? never, last: job.attempts >= job.max_attempts };
        for (;;) {
          try {
            return await handle(subjectOf(payload), attempt);
          } catch (fault) {
            if (!room.note(fault)) throw fault;
            onError(fault);
            if (await askedAgain(pool, job, wait)) return undefined;
            await pause(wait, undefined, { signal: attempt.signal });
          }
        }
      },
    ]),
  );
  const runner = await run({
    pgPool: pool,
    taskList,
    events,
    concurrency,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 0,
    pollInterval: 1000,
    logger: quiet,
    crontab: daily.map((name) => `17 3 * * * ${name} ?fill=1d`).join('\n'),
  });
  const reaping = setInterval(() => void releaseDeadWorkers(pool).catch(onError), 60_000);
  return {
    async stop() {
      clearInterval(reaping);
      await runner.stop();
      mark.release(true);
    },
  };
}

/** A full disk is no fault of a job. @returns false where the database has no room for asking again either */
async function askedAgain(pool: pg.Pool, job: Job, wait: number): Promise<boolean> {
  try {
    await requestAgain(pool, job, wait);
    return true;
  } catch (fault) {
    if (isNoRoom(fault)) return false;
    throw fault;
  }
}

const never = new AbortController().signal;

/** Failed jobs are told by their rows and by what their handlers record. */
const quiet = new Logger(() => () => undefined);

function subjectOf(payload: unknown): string {
  return typeof payload === 'object' && payload !== null && 'subject' in payload && typeof payload.subject === 'string'
    ? payload.subject
    : '';
}
