import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '@convite/kernel';

/** Why a thread brought no answer. */
export type ThreadFailure = 'took_too_long' | 'too_much_memory' | 'crashed' | 'stopped';

export interface ThreadLimits {
  readonly milliseconds: number;
  readonly signal: AbortSignal | undefined;
}

/** What a thread sends: any number of notes, then its answer. */
export type ThreadMessage<Note, Answer> =
  | { readonly type: 'note'; readonly note: Note }
  | { readonly type: 'answer'; readonly answer: Answer };

/** Does work off the event loop, each piece in a thread of its own that its limits can end. */
export interface Threads<Task, Note, Answer> {
  /** `transfer`: buffers of the task that move to the thread instead of being copied. */
  run(
    task: Task,
    limits: ThreadLimits,
    onNote?: (note: Note) => void,
    transfer?: readonly ArrayBuffer[],
  ): Promise<Result<Answer, ThreadFailure>>;
  /** How many pieces of work wait for a thread. */
  waiting(): number;
}

/**
 * @param program what a thread runs: it reads its task from `workerData` and posts `ThreadMessage`s.
 * @param atOnce how many threads may run together; the others wait in their order.
 */
export function makeThreads<Task, Note, Answer>(
  program: URL,
  { atOnce, memoryMegabytes }: { readonly atOnce: number; readonly memoryMegabytes: number },
): Threads<Task, Note, Answer> {
  let running = 0;
  const queue: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
    else running++;
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) running--;
    else next();
  };
  return {
    waiting: () => queue.length,
    async run(task, limits, onNote, transfer = []) {
      await enter();
      try {
        return await runOne<Task, Note, Answer>(program, memoryMegabytes, task, limits, onNote, transfer);
      } finally {
        leave();
      }
    },
  };
}

async function runOne<Task, Note, Answer>(
  program: URL,
  memoryMegabytes: number,
  task: Task,
  { milliseconds, signal }: ThreadLimits,
  onNote: ((note: Note) => void) | undefined,
  transfer: readonly ArrayBuffer[],
): Promise<Result<Answer, ThreadFailure>> {
  if (signal?.aborted === true) return err('stopped');
  const worker = new Worker(program, {
    workerData: task,
    transferList: [...transfer],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    // A crash is told by the error event; nothing of it belongs in the server's own output.
    stderr: true,
  });
  let limit: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  try {
    return await new Promise((resolve) => {
      limit = setTimeout(() => resolve(err('took_too_long')), milliseconds);
      stop = () => resolve(err('stopped'));
      signal?.addEventListener('abort', stop);
      worker.on('message', (message: ThreadMessage<Note, Answer>) => {
        if (message.type === 'note') onNote?.(message.note);
        else resolve(ok(message.answer));
      });
      worker.on('error', (error) => {
        const full = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        resolve(err(full ? 'too_much_memory' : 'crashed'));
      });
      worker.on('exit', () => resolve(err('crashed')));
    });
  } finally {
    clearTimeout(limit);
    if (stop !== undefined) signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
