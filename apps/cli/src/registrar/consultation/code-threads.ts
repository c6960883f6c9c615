import { byHands, type CodeJob, type CodeSettings, type CodeWork } from '@convite/registrar';
import { Worker } from 'node:worker_threads';

/**
 * Does jobs on so many threads, and gives what comes of them in the turn of the jobs.
 *
 * @throws Error when a thread dies.
 */
export async function* onThreads(
  settings: CodeSettings,
  jobs: Iterable<CodeJob>,
  count: number,
  script = new URL('./code-thread.ts', import.meta.url),
): AsyncGenerator<CodeWork, void> {
  const threads = Array.from({ length: count }, () => new Worker(script));
  try {
    yield* byHands(
      jobs,
      threads.map((thread) => hand(thread, settings)),
    );
  } finally {
    for (const thread of threads) await thread.terminate();
  }
}

/** A thread as one who is given jobs. */
function hand(thread: Worker, settings: CodeSettings): (job: CodeJob) => Promise<CodeWork> {
  const awaited = new Map<number, PromiseWithResolvers<CodeWork>>();
  let fault: Error | undefined;
  const died = (cause: unknown): void => {
    fault ??= cause instanceof Error ? cause : new Error(`a thread ended with ${String(cause)}`);
    for (const { reject } of awaited.values()) reject(fault);
  };
  thread.on('error', died).on('exit', died);
  thread.on('message', (work: CodeWork) => {
    awaited.get(work.number)?.resolve(work);
    awaited.delete(work.number);
  });
  thread.postMessage({ settings });
  return (job) => {
    if (fault !== undefined) return Promise.reject(fault);
    const work = Promise.withResolvers<CodeWork>();
    awaited.set(job.number, work);
    thread.postMessage({ job });
    return work.promise;
  };
}
