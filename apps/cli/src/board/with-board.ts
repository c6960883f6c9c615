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

/** Opens the archive that this machine keeps, its side file put in its place where the machine stopped before that. */
export async function withBoard(
  context: TaskContext,
  given: string,
  use: Use<ReadArchive>,
): Promise<Result<0 | 1, TaskRefusal>> {
  await settle(context, given);
  return withReadArchive(context, given, use);
}

/** The same, with every check made before. */
export async function withCheckedBoard(
  context: TaskContext,
  given: string,
  use: Use<CheckedArchive>,
): Promise<Result<0 | 1, TaskRefusal>> {
  await settle(context, given);
  return withCheckedArchive(context, given, use);
}

async function settle(context: TaskContext, given: string): Promise<void> {
  const path = context.path(given);
  if (!(await isThere(path))) return;
  const side = context.given.values.get('side') ?? sidePathOf(given);
  if (await settleSide(path, context.path(side))) context.warn(context.words.board.settled(side));
}
