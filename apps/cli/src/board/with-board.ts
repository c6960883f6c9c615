import type { Result } from '@convite/kernel';
import {
  type CheckedArchive,
  type ReadArchive,
  sidePathOf,
  withCheckedArchive,
  withReadArchive,
} from '../tasks/checked-archive.ts';
import { isThere } from '../tasks/new-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { settleSide } from './side-in-waiting.ts';

type Use<A> = (archive: A) => Promise<Result<0 | 1, TaskRefusal>>;

type Open<A> = (context: TaskContext, given: string, use: Use<A>) => Promise<Result<0 | 1, TaskRefusal>>;

/** Opens the archive that this machine keeps, its side file put in its place where the machine stopped before that. */
const settledBefore =
  <A>(open: Open<A>): Open<A> =>
  async (context, given, use) => {
    await settle(context, given);
    return open(context, given, use);
  };

export const withBoard: Open<ReadArchive> = settledBefore(withReadArchive);
export const withCheckedBoard: Open<CheckedArchive> = settledBefore(withCheckedArchive);

async function settle(context: TaskContext, given: string): Promise<void> {
  const path = context.path(given);
  if (!(await isThere(path))) return;
  const side = context.given.values.get('side') ?? sidePathOf(given);
  if (await settleSide(path, context.path(side))) context.warn(context.words.board.settled(side));
}
