import { median } from '../counting/figures.ts';

/** Something to measure: what it is called, what one run does, and how many things that run treats. */
export interface Measured {
  readonly name: string;
  readonly run: () => unknown;
  readonly things: number;
}

/** Rounds unless something takes so long that fewer must do. */
const usualRounds = 7;
/** The processor's clock ticks every few milliseconds, so a round lasts many of them. */
const roundMilliseconds = 250;

function processorTime(run: () => unknown, times: number): number {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * Processor time in microseconds for one thing of each: median of several rounds, in which all take their turn, so that
 * whatever else the machine does meets them alike.
 */
export function microsecondsEach(measured: readonly Measured[], rounds = usualRounds): ReadonlyMap<string, number> {
  const times = measured.map(({ run }) => {
    let count = 1;
    for (;;) {
      const start = performance.now();
      for (let i = 0; i < count; i++) run();
      const spent = performance.now() - start;
      if (spent > roundMilliseconds / 4) return Math.max(1, Math.round((count * roundMilliseconds) / spent));
      count *= 2;
    }
  });
  const figures = measured.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { run, things }] of measured.entries()) {
      const count = times[i] ?? 1;
      figures[i]?.push(processorTime(run, count) / (count * things));
    }
  }
  return new Map(measured.map(({ name }, i) => [name, median(figures[i] ?? [])]));
}
