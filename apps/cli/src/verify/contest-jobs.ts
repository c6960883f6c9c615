import {
  type ConsultationFile,
  type ContestVerdict,
  createFindingRecord,
  readConsultation,
  verifyContest,
} from '@convite/archive';
import { invariant } from '@convite/kernel';
import { openFileSource } from '../machine/file-source.ts';
import { loadMachine, type Machine } from '../machine/machine.ts';

/** One contest of a consultation's archive: its place in the manifest of the file. */
export interface ContestTask {
  readonly path: string;
  readonly contest: number;
}

/** What a thread answers; `place` is the task's contest. */
export interface ContestAnswer {
  readonly place: number;
  readonly verdict: ContestVerdict;
}

/** Verifies contests of one file, which is opened with the first. */
export function createContestJobs(): (task: ContestTask) => Promise<ContestAnswer> {
  let opened: Promise<{ readonly file: ConsultationFile; readonly machine: Machine }> | undefined;
  return async ({ path, contest: place }) => {
    opened ??= open(path);
    const { file, machine } = await opened;
    const contest = file.manifest.contests[place];
    invariant(contest !== undefined, 'a task names a contest of the manifest');
    return { place, verdict: await verifyContest(machine, file, contest) };
  };
}

async function open(path: string): Promise<{ readonly file: ConsultationFile; readonly machine: Machine }> {
  const source = await openFileSource(path);
  invariant(source.ok, 'the file could be opened before');
  const { file } = await readConsultation(source.value, createFindingRecord());
  invariant(file !== undefined, 'the file could be read before');
  const machine = await loadMachine({ threads: 0, patience: 0, now: () => 0, progress: () => undefined });
  return { file, machine };
}
