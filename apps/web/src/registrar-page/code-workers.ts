import { byHands, type CodeJob, type CodeSettings, type CodeWork } from '@convite/registrar';
import type { CodeNews, CodeRequest } from './code-worker.ts';

/** More would only share the memory of one machine. */
const mostWorkers = 8;

/** Does jobs on all processors, and gives what comes of them in the turn of the jobs. @throws Error when a worker dies. */
export async function* onWorkers(
  startWorker: () => Worker,
  settings: CodeSettings,
  jobs: Iterable<CodeJob>,
): AsyncGenerator<CodeWork, void> {
  const count = Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency));
  const workers = Array.from({ length: count }, () => startWorker());
  try {
    const hands = workers.map((worker) => {
      const ask = asker(worker);
      void ask({ type: 'settings', settings });
      return async (job: CodeJob): Promise<CodeWork> => {
        const news = await ask({ type: 'job', job });
        if (news?.type !== 'work') throw new Error('the worker answered something else');
        return news.work;
      };
    });
    yield* byHands(jobs, hands);
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

/** Asks a worker of its own one thing, and ends it. */
export async function askOnce(startWorker: () => Worker, request: CodeRequest): Promise<CodeNews> {
  const worker = startWorker();
  try {
    const news = await asker(worker)(request);
    if (news === undefined) throw new Error('the worker gave no answer');
    return news;
  } finally {
    worker.terminate();
  }
}

/** Answers come in the turn of the questions; settings are answered by nothing. */
function asker(worker: Worker): (request: CodeRequest) => Promise<CodeNews | undefined> {
  const awaited: PromiseWithResolvers<CodeNews | undefined>[] = [];
  const fail = (message: string): void => {
    for (const { reject } of awaited.splice(0)) reject(new Error(message));
  };
  worker.addEventListener('message', ({ data }: MessageEvent<CodeNews>) => awaited.shift()?.resolve(data));
  worker.addEventListener('error', (event) => fail(event.message));
  worker.addEventListener('messageerror', () => fail('the worker could not be heard'));
  return (request) => {
    worker.postMessage(request);
    if (request.type === 'settings') return Promise.resolve(undefined);
    const answer = Promise.withResolvers<CodeNews | undefined>();
    awaited.push(answer);
    return answer.promise;
  };
}
