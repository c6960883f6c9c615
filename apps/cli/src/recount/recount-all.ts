import { Worker } from 'node:worker_threads';
import type { ListedFile } from './list-files.ts';
import type { RecountTask } from './recount-file.ts';
import type { RecountedFile } from './recount-report.ts';

/**
 * Recounts files on so many threads, the largest first so that none is left alone with it at the end.
 * What a thread dies of is told of the file it had, and the others go on.
 */
export async function recountAll(
  files: readonly ListedFile[],
  language: RecountTask['language'],
  workers: number,
  onDone: (recounted: RecountedFile) => void,
): Promise<readonly RecountedFile[]> {
  const waiting = files.toSorted((a, b) => a.bytes - b.bytes).map(({ path, file }) => ({ path, file, language }));
  const done: RecountedFile[] = [];
  const keep = (recounted: RecountedFile): void => {
    done.push(recounted);
    onDone(recounted);
  };
  const next = (): RecountTask | undefined => waiting.pop();
  if (workers === 1) {
    const { recountFile } = await import('./recount-file.ts');
    for (let task = next(); task !== undefined; task = next()) keep(await recountFile(task));
  } else await Promise.all(Array.from({ length: workers }, () => runThread(next, keep)));
  return done;
}

/** One thread after another until nothing is waiting; a new one takes the place of one that died. */
async function runThread(next: () => RecountTask | undefined, keep: (recounted: RecountedFile) => void): Promise<void> {
  for (let task = next(); task !== undefined; task = next()) {
    const failure = await runUntilFailure(task, next, keep);
    if (failure !== undefined) keep(failure);
  }
}

function runUntilFailure(
  first: RecountTask,
  next: () => RecountTask | undefined,
  keep: (recounted: RecountedFile) => void,
): Promise<RecountedFile | undefined> {
  const worker = new Worker(new URL('./recount-thread.ts', import.meta.url));
  let current = first;
  return new Promise((resolve) => {
    worker.on('message', (recounted: RecountedFile) => {
      keep(recounted);
      const task = next();
      if (task === undefined) {
        void worker.terminate();
        resolve(undefined);
      } else {
        current = task;
        worker.postMessage(task);
      }
    });
    worker.on('error', (fault) => resolve(failed(current, fault)));
    worker.postMessage(first);
  });
}

const failed = ({ file }: RecountTask, fault: unknown): RecountedFile => ({
  file,
  declared_rule: null,
  verdict: 'failed',
  by_lots: false,
  winners: null,
  only_counted: [],
  only_official: [],
  first_difference: null,
  reason: null,
  problems: [{ line: null, message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }],
  input_sha256: null,
  rule_sha256: null,
  cpu_seconds: 0,
});
