import { Worker } from 'node:worker_threads';
import type { CodeJob, CodeSettings, CodeWork } from './code-jobs.ts';

/** Jobs of a thread at a time: the one that it does, and the next, so that it need not wait for it. */
const jobsOfThread = 2;

/**
 * Does jobs on so many threads, and gives what comes of them in the turn of the jobs.
 *
 * Memory: two jobs a thread, with what came of those that wait for an earlier one.
 * @throws Error when a thread dies.
 */
export async function* onThreads(
  settings: CodeSettings,
  jobs: Iterable<CodeJob>,
  count: number,
  script = new URL('./code-thread.ts', import.meta.url),
): AsyncGenerator<CodeWork, void> {
  const threads = Array.from({ length: count }, () => new Worker(script));
  const done = new Map<number, CodeWork>();
  let news = Promise.withResolvers<void>();
  let fault: Error | undefined;
  const tell = (): void => {
    news.resolve();
    news = Promise.withResolvers();
  };
  const open = new Map<Worker, number>(threads.map((thread) => [thread, 0]));
  for (const thread of threads) {
    thread.on('message', (work: CodeWork) => {
      open.set(thread, (open.get(thread) ?? 1) - 1);
      done.set(work.number, work);
      tell();
    });
    const died = (cause: unknown): void => {
      fault ??= cause instanceof Error ? cause : new Error(`a thread ended with ${String(cause)}`);
      tell();
    };
    thread.on('error', died).on('exit', died);
    thread.postMessage({ settings });
  }
  try {
    let [given, taken] = [0, 0];
    const waiting = jobs[Symbol.iterator]();
    let next = waiting.next();
    while (next.done !== true || taken < given) {
      if (fault !== undefined) throw fault;
      const ready = done.get(taken);
      if (ready !== undefined) {
        done.delete(taken);
        taken += 1;
        yield ready;
        continue;
      }
      const free = threads.find((thread) => (open.get(thread) ?? 0) < jobsOfThread);
      // What is done and waits for an earlier job is bounded too.
      if (next.done !== true && free !== undefined && done.size < 4 * count) {
        free.postMessage({ job: next.value });
        open.set(free, (open.get(free) ?? 0) + 1);
        given += 1;
        next = waiting.next();
      } else await news.promise;
    }
  } finally {
    for (const thread of threads) await thread.terminate();
  }
}
