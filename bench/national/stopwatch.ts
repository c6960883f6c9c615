import { loadavg } from 'node:os';

/** What one stage took, in seconds from start to end, and how busy the machine was while it ended. */
export interface Stage {
  readonly seconds: number;
  readonly load: number;
}

/** Measures stages one after another, and tells each as it ends. */
export class Stopwatch {
  readonly stages: Record<string, Stage> = {};

  readonly timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const value = await work();
    this.note(name, (performance.now() - began) / 1000);
    return value;
  };

  /** Notes a stage that was measured elsewhere. */
  note(name: string, seconds: number): void {
    const stage = { seconds: rounded(seconds), load: rounded(loadavg()[0] ?? 0) };
    this.stages[name] = stage;
    process.stderr.write(`${name}: ${stage.seconds} s\n`);
  }
}

export const rounded = (value: number): number => Math.round(value * 100) / 100;
