import { type ConsultationFile, type ContestVerdict, contestsInTurn, verifyContest } from '@convite/archive';
import { invariant } from '@convite/kernel';
import { Worker } from 'node:worker_threads';
import { ThreadFault } from '../machine/ballot-pool.ts';
import { loadMachine, type MachineOptions } from '../machine/machine.ts';
import type { ContestAnswer, ContestTask } from './contest-jobs.ts';

/** Bytes of an archive whose ballots are worth all threads; smaller contests get one each. */
const largeBytes = 2 ** 26;

/**
 * Verifies the contests of a file on so many threads: large ones one after the other with their ballots on all threads,
 * then all others side by side, the largest first so that none is left alone with it at the end.
 *
 * @throws ThreadFault where a thread died: not the file's fault
 */
export async function verifyContests(
  path: string,
  file: ConsultationFile,
  options: MachineOptions,
  done: (contests: number) => void,
): Promise<readonly ContestVerdict[]> {
  const { contests } = file.manifest;
  if (options.threads === 0) {
    const machine = await loadMachine({ ...options, progress: () => undefined });
    return contestsInTurn(machine)(file, done);
  }
  const bytesOf = (place: number): number => contests[place]?.archive?.bytes ?? 0;
  const places = contests.map((_, place) => place).toSorted((a, b) => bytesOf(a) - bytesOf(b));
  const verdicts = new Map<number, ContestVerdict>();
  const keep = ({ place, verdict }: ContestAnswer): void => {
    verdicts.set(place, verdict);
    done(verdicts.size);
  };
  while (bytesOf(places.at(-1) ?? -1) >= largeBytes) {
    const place = places.pop() ?? 0;
    const contest = contests[place];
    invariant(contest !== undefined, 'the place is one of the manifest');
    const machine = await loadMachine({ ...options, progress: () => undefined });
    try {
      keep({ place, verdict: await verifyContest(machine, file, contest) });
    } finally {
      await machine.close();
    }
  }
  const next = (): ContestTask | undefined => {
    const contest = places.pop();
    return contest === undefined ? undefined : { path, contest };
  };
  const threads = Math.min(options.threads, places.length);
  await Promise.all(Array.from({ length: threads }, () => runThread(next, keep)));
  return contests.flatMap((_, place) => verdicts.get(place) ?? []);
}

/** A thread that takes contests until none is left. */
async function runThread(next: () => ContestTask | undefined, keep: (answer: ContestAnswer) => void): Promise<void> {
  const worker = new Worker(new URL('./contest-thread.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const give = (): void => {
    const task = next();
    if (task === undefined) resolve();
    else worker.postMessage(task);
  };
  const died = (cause: unknown): void =>
    reject(new ThreadFault(cause instanceof Error ? cause.message : String(cause), { cause }));
  worker.on('message', (answer: ContestAnswer) => {
    keep(answer);
    give();
  });
  worker.on('error', died);
  worker.on('messageerror', died);
  worker.on('exit', (code) => died(new Error(`the thread ended with ${code}`)));
  give();
  try {
    await promise;
  } finally {
    await worker.terminate();
  }
}
