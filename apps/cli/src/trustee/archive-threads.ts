import type { ArchiveVerdict, WorkContest } from '@convite/trustee';
import { invariant } from '@convite/kernel';
import { Worker } from 'node:worker_threads';
import { ThreadFault } from '../machine/ballot-pool.ts';
import type { ArchiveAnswer } from './archive-jobs.ts';

/** Bytes of an archive whose ballots are worth all threads; smaller contests get one each. */
const largeBytes = 2 ** 26;

/** Contests of each thread that are verified before their turn comes. */
const ahead = 4;

/** Archives of a work file that are verified on threads, some contests ahead of the one whose turn it is. */
export interface ArchiveThreads {
  readonly verify: (contest: WorkContest, here: () => Promise<ArchiveVerdict>) => Promise<ArchiveVerdict>;
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly place: number;
  readonly answered: PromiseWithResolvers<ArchiveVerdict>;
}

/**
 * Starts so many threads with the first small contest: large ones have their ballots on all threads, by `here`.
 *
 * `verify` rejects with ThreadFault where a thread died: not the archive's fault.
 */
export function startArchiveThreads(path: string, contests: readonly WorkContest[], count: number): ArchiveThreads {
  const places = new Map(contests.map(({ id }, place) => [id, place]));
  const isLarge = (place: number): boolean => (contests[place]?.archive.bytes ?? 0) >= largeBytes;
  const asked = new Map<number, Asked>();
  const queue: Asked[] = [];
  const free: Worker[] = [];
  let workers: readonly Worker[] | undefined;
  let fault: ThreadFault | undefined;

  const give = (): void => {
    while (free.length > 0 && queue.length > 0) {
      const [worker, task] = [free.pop(), queue.shift()];
      if (worker !== undefined && task !== undefined) worker.postMessage({ path, place: task.place });
    }
  };
  const died = (cause: unknown): void => {
    fault ??= new ThreadFault(cause instanceof Error ? cause.message : String(cause), { cause });
    for (const { answered } of asked.values()) answered.reject(fault);
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./archive-thread.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    worker.on('message', ({ place, verdict }: ArchiveAnswer) => {
      asked.get(place)?.answered.resolve(verdict);
      free.push(worker);
      give();
    });
    worker.on('error', died);
    worker.on('messageerror', died);
    worker.on('exit', (code) => died(new Error(`the thread ended with ${code}`)));
    free.push(worker);
    return worker;
  };
  const ask = (place: number): void => {
    if (asked.has(place) || isLarge(place)) return;
    const one = { place, answered: Promise.withResolvers<ArchiveVerdict>() };
    // Whoever waits for it is told; nobody may be waiting yet.
    one.answered.promise.catch(() => undefined);
    asked.set(place, one);
    queue.push(one);
  };
  return {
    async verify({ id }, here) {
      const place = places.get(id);
      invariant(place !== undefined, 'only contests of the list are worked on');
      if (isLarge(place)) return await here();
      if (fault !== undefined) throw fault;
      workers ??= Array.from({ length: Math.min(count, contests.length - place) }, start);
      for (let next = place; next < Math.min(contests.length, place + count * ahead); next++) ask(next);
      give();
      const verdict = await asked.get(place)?.answered.promise;
      asked.delete(place);
      invariant(verdict !== undefined, 'what was asked for is answered');
      return verdict;
    },
    async close() {
      await Promise.all((workers ?? []).map((worker) => worker.terminate()));
    },
  };
}
