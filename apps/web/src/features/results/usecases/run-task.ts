import { invariant, ok, type Result } from '@convite/kernel';
import { NoRoom } from '../../../jobs/disk-room.ts';
import type { ProcessFailure, WorkLimits } from '../../../jobs/processes.ts';
import type { ResultsAnswer, ResultsNote, ResultsProcesses, ResultsTask } from '../archives/tasks.ts';

type Answer<T extends ResultsTask['type']> = Extract<ResultsAnswer, { readonly type: (typeof answers)[T] }>;

/** How each task is answered. */
const answers = {
  count: 'counted',
  make: 'made',
  part: 'made',
  verify: 'verified',
  index: 'indexed',
  switches: 'searched',
} as const satisfies Readonly<Record<ResultsTask['type'], ResultsAnswer['type']>>;

/** Has a process do a task. @throws NoRoom where it met a full disk: the job is tried again when there is room */
export async function runTask<T extends ResultsTask>(
  processes: ResultsProcesses,
  task: T,
  limits: WorkLimits,
  onNote?: (note: ResultsNote) => void,
): Promise<Result<Answer<T['type']>, ProcessFailure>> {
  const done = await processes.run(task, limits, onNote);
  if (!done.ok) return done;
  if (done.value.type === 'no_room') throw new NoRoom('a process had no room on the disk');
  const type: ResultsAnswer['type'] = answers[task.type];
  invariant(isOfType<T['type']>(done.value, type), 'a process answers what it was asked');
  return ok(done.value);
}

const isOfType = <T extends ResultsTask['type']>(answer: ResultsAnswer, type: string): answer is Answer<T> =>
  answer.type === type;
