import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { NationalPlan } from './plan.ts';
import { rounded } from './stopwatch.ts';

/** The count of all contests from opened ballots alone, in as many processes as there are processors. */
export interface OpenedCount {
  readonly contests: number;
  readonly ballots: number;
  /** Options that the ballots name, all together. */
  readonly choices: number;
  readonly winners: number;
  readonly processes: number;
  /** From the moment at which all begin to the last answer; making up the ballots is left out. */
  readonly seconds: number;
}

const program = fileURLToPath(new URL('./count-contests-program.ts', import.meta.url));
const processes = availableParallelism();

interface Share {
  readonly ballots: number;
  readonly choices: number;
  readonly winners: number;
}

export async function countOpened({ contests, opened }: NationalPlan): Promise<OpenedCount> {
  const shares = await Promise.all(Array.from({ length: processes }, (_, i) => startShare(i, contests, opened)));
  const began = performance.now();
  const counted = await Promise.all(shares.map((count) => count()));
  const seconds = rounded((performance.now() - began) / 1000);
  const sum = (of: (one: Share) => number): number => counted.reduce((before, one) => before + of(one), 0);
  return {
    contests,
    ballots: sum(({ ballots }) => ballots),
    choices: sum(({ choices }) => choices),
    winners: sum(({ winners }) => winners),
    processes,
    seconds,
  };
}

/** Starts a process and waits until its ballots are made up. @returns what has it count. */
async function startShare(own: number, contests: number, opened: number): Promise<() => Promise<Share>> {
  const args = [program, ...[own, processes, contests, opened].map(String)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const next = await lines.next();
    if (next.done === true) throw new Error('a process that counts ended without an answer');
    return next.value;
  };
  await line();
  return async () => {
    const ended = once(child, 'exit');
    child.stdin.write('count\n');
    const share: Share = JSON.parse(await line());
    await ended;
    return share;
  };
}
