import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '@convite/kernel';

/** Why a process brought no answer. */
export type ProcessFailure = 'took_too_long' | 'crashed' | 'stopped';

export interface WorkLimits {
  readonly milliseconds: number;
  readonly signal: AbortSignal | undefined;
}

/** What a process sends: any number of notes, then its answer. Its first message from us is its task. */
export type ProcessMessage<Note, Answer> =
  | { readonly type: 'note'; readonly note: Note }
  | { readonly type: 'answer'; readonly answer: Answer };

/**
 * Does work away from the event loop, each piece in a process of its own that its limits can end.
 *
 * Not in threads: one that runs out of memory may take the whole server down with it.
 */
export interface Processes<Task, Note, Answer> {
  run(task: Task, limits: WorkLimits, onNote?: (note: Note) => void): Promise<Result<Answer, ProcessFailure>>;
  /** How many pieces of work wait for a place. */
  waiting(): number;
}

/**
 * @param program what a process runs: its first message is the task, it answers with `ProcessMessage`s.
 * @param atOnce how many may run together; the others wait in their order.
 */
export function makeProcesses<Task, Note, Answer>(
  program: URL,
  { atOnce, memoryMegabytes }: { readonly atOnce: number; readonly memoryMegabytes: number },
): Processes<Task, Note, Answer> {
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
    async run(task, limits, onNote) {
      await enter();
      try {
        if (limits.signal?.aborted === true) return err('stopped');
        const worker = fork(fileURLToPath(program), [], {
          // The thread that watches for our end is enough for what that flag keeps away: docs/decisions, 0023.
          execArgv: [`--max-old-space-size=${memoryMegabytes}`, '--no-memory-protection-keys'],
          serialization: 'advanced',
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
          // Ctrl-C at the terminal is for us to handle; we end it in time.
          detached: true,
        });
        try {
          return await answerOf<Task, Note, Answer>(worker, task, limits, onNote);
        } finally {
          worker.kill('SIGKILL');
        }
      } finally {
        leave();
      }
    },
  };
}

async function answerOf<Task, Note, Answer>(
  worker: ChildProcess,
  task: Task,
  { milliseconds, signal }: WorkLimits,
  onNote: ((note: Note) => void) | undefined,
): Promise<Result<Answer, ProcessFailure>> {
  const settled = new AbortController();
  return await new Promise<Result<Answer, ProcessFailure>>((resolve) => {
    const limit = setTimeout(() => resolve(err('took_too_long')), milliseconds);
    settled.signal.addEventListener('abort', () => clearTimeout(limit));
    signal?.addEventListener('abort', () => resolve(err('stopped')), { signal: settled.signal });
    worker.on('message', (message: ProcessMessage<Note, Answer>) => {
      if (message.type === 'note') onNote?.(message.note);
      else resolve(ok(message.answer));
    });
    worker.on('error', () => resolve(err('crashed')));
    // Not at its exit: what it sent before may still be on its way, while behind the end of the channel nothing comes.
    worker.on('disconnect', () => resolve(err('crashed')));
    // A process that is gone before it took its task is told by the end of its channel.
    worker.send({ task }, (failure) => failure !== null && resolve(err('crashed')));
  }).finally(() => settled.abort());
}
