import { Worker } from 'node:worker_threads';
import { invariant } from '@convite/kernel';
import type { ProofAnswer, ProofTask } from './proof-tasks.ts';

/** A thread died at its work: not the ballot's fault, but the program's or the machine's. */
export class ProofFault extends Error {}

/** Checks of proofs away from the event loop. */
export interface ProofThreads {
  readonly perform: (task: ProofTask) => Promise<ProofAnswer>;
  /** Tasks that are given and not done. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
}

export interface ThreadOptions {
  readonly standsBack?: boolean;
}

interface Waiting {
  readonly task: ProofTask;
  readonly resolve: (answer: ProofAnswer) => void;
  readonly reject: (fault: ProofFault) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly under: Map<number, Waiting>;
}

/** Tasks of a thread at a time: the one that it does, and the next, so that it need not wait for it. */
const tasksOfThread = 2;
const slowRestart = 1000;

/**
 * Starts so many threads, each task on the one that is free first.
 *
 * Threads, not processes: what one holds is small and of our own making. The engine needs `--no-memory-protection-keys`
 * for them: docs/decisions, 0023. A thread that dies takes the tasks with it that it had, and another takes its place.
 *
 * @param options whether they stand back behind everything that somebody waits for, as far as the system can do that
 */
export function startProofThreads(
  program: URL,
  count: number,
  { standsBack = false }: ThreadOptions = {},
): ProofThreads {
  const queue: Waiting[] = [];
  const threads = new Set<Thread>();
  let isClosing = false;
  let lastId = 0;

  const give = (): void => {
    for (;;) {
      const [thread] = [...threads].toSorted((a, b) => a.under.size - b.under.size);
      if (thread === undefined || thread.under.size >= tasksOfThread) return;
      const next = queue.shift();
      if (next === undefined) return;
      lastId += 1;
      thread.under.set(lastId, next);
      thread.worker.postMessage({ id: lastId, task: next.task });
    }
  };
  const begin = (): void => {
    // What a ballot leaves behind dies young: a small nursery keeps many threads small, and costs little.
    const worker = new Worker(program, {
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
      workerData: { standsBack } satisfies ThreadOptions,
    });
    const thread: Thread = { worker, under: new Map() };
    threads.add(thread);
    let fault: unknown = 'it ended';
    let hasAnswered = false;
    worker.on('message', ({ id, answer }: { readonly id: number; readonly answer: ProofAnswer }) => {
      hasAnswered = true;
      thread.under.get(id)?.resolve(answer);
      thread.under.delete(id);
      give();
    });
    worker.on('error', (thrown) => (fault = thrown));
    worker.on('exit', () => {
      threads.delete(thread);
      const message = `a thread of proofs died: ${fault instanceof Error ? fault.message : String(fault)}`;
      // One that never answered would end again at once: nobody waits for it, and it is tried again a little later.
      const left = hasAnswered ? [] : queue.splice(0);
      for (const { reject } of [...thread.under.values(), ...left]) reject(new ProofFault(message));
      if (isClosing) return;
      setTimeout(
        () => {
          if (isClosing) return;
          begin();
          give();
        },
        hasAnswered ? 0 : slowRestart,
      ).unref();
    });
  };
  invariant(count >= 1, 'proofs are checked on one thread at least');
  for (let i = 0; i < count; i++) begin();
  return {
    perform: (task) =>
      new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject });
        give();
      }),
    waiting: () => queue.length + [...threads].reduce((sum, { under }) => sum + under.size, 0),
    async close() {
      isClosing = true;
      for (const { reject } of queue.splice(0)) reject(new ProofFault('the server stops'));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

/** Threads that begin with the first task: most servers never count, most of the time. */
export function startWhenNeeded(start: () => ProofThreads): ProofThreads {
  let threads: ProofThreads | undefined;
  return {
    perform: (task) => (threads ??= start()).perform(task),
    waiting: () => threads?.waiting() ?? 0,
    close: async () => await threads?.close(),
  };
}
