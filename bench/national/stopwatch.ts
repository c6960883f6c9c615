import { appendFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { ServerUsage } from './server-usage.ts';

/** What one stage took, from start to end, and how busy the machine was while it ended. */
export interface Stage {
  readonly seconds: number;
  readonly load: number;
  readonly server?: StageOfServer;
}

/** What the server did meanwhile. */
interface StageOfServer {
  /** Processor time of the thread that answers, of the process with all its threads, and of everything that it started. */
  readonly processor_seconds: { readonly loop: number; readonly process: number; readonly all: number };
  /** The most memory that the process held in this stage. */
  readonly megabytes: number;
}

/** Measures stages one after another, and tells each as it ends, in a file too where one is named. */
export class Stopwatch {
  readonly stages: Record<string, Stage> = {};
  readonly #path: string | undefined;
  #server: (() => ServerUsage) | undefined;

  constructor(path: string | undefined) {
    this.#path = path;
  }

  /** From now on every stage says what the server needed for it. */
  watch(server: () => ServerUsage): void {
    this.#server = server;
  }

  readonly timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = this.#server?.();
    const began = performance.now();
    const value = await work();
    this.#take(name, (performance.now() - began) / 1000, before);
    return value;
  };

  /** Notes a stage that was measured elsewhere. */
  note(name: string, seconds: number): void {
    this.#take(name, seconds, undefined);
  }

  #take(name: string, seconds: number, before: ServerUsage | undefined): void {
    const after = before === undefined ? undefined : this.#server?.();
    const server = before === undefined || after === undefined ? {} : { server: between(before, after) };
    const stage = { seconds: rounded(seconds), load: rounded(loadavg()[0] ?? 0), ...server };
    this.stages[name] = stage;
    const line = `${JSON.stringify({ stage: name, ...stage })}\n`;
    process.stderr.write(line);
    if (this.#path !== undefined) appendFileSync(this.#path, line);
  }
}

const between = (before: ServerUsage, after: ServerUsage): StageOfServer => ({
  processor_seconds: {
    loop: rounded(after.loopSeconds - before.loopSeconds),
    process: rounded(after.processSeconds - before.processSeconds),
    all: rounded(after.allSeconds - before.allSeconds),
  },
  megabytes: after.peakMegabytes,
});

export const rounded = (value: number): number => Math.round(value * 100) / 100;
