import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { type ArchiveVerdict, readWork, verifyStrictly, type WorkContest, type WorkFile } from '@convite/trustee';
import { openFileSource } from '../machine/file-source.ts';
import { loadMachine, type Machine } from '../machine/machine.ts';

/** One contest of the work file at `path`, by its place in the list. */
export interface ArchiveTask {
  readonly path: string;
  readonly place: number;
}

/** What a thread answers; `place` is the task's. */
export interface ArchiveAnswer {
  readonly place: number;
  readonly verdict: ArchiveVerdict;
}

/** Verifies archives of one work file, which is opened with the first. */
export function createArchiveJobs(): (task: ArchiveTask) => Promise<ArchiveAnswer> {
  let opened: Promise<{ readonly work: WorkFile; readonly machine: Machine }> | undefined;
  return async ({ path, place }) => {
    opened ??= open(path);
    const { work, machine } = await opened;
    const contest: WorkContest | undefined = work.list.contests[place];
    invariant(contest !== undefined, 'a task names a contest of the list');
    const given = await work.files(contest);
    invariant(given.ok, 'the files of the contest could be read before');
    const { answer, checks, head } = await verifyStrictly(machine, given.value.archive, given.value.side);
    return { place, verdict: { answer, checks, head } };
  };
}

async function open(path: string): Promise<{ readonly work: WorkFile; readonly machine: Machine }> {
  const source = await openFileSource(path);
  invariant(source.ok, 'the file could be opened before');
  const work = await readWork(source.value, nodeSha256);
  invariant(work.ok, 'the file could be read before');
  const machine = await loadMachine({ threads: 0, patience: 0, now: () => 0, progress: () => undefined });
  return { work: work.value, machine };
}
