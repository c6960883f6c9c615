import type { Tx } from '../../../persistence/database.ts';
import type { BoardFiles, BoardRefusal } from '../board/board-files.ts';
import { hashAt } from '../store-board.ts';
import type { LockedElection } from '../store-elections.ts';

/**
 * Why nothing may be appended to a board: the database does not go on from the head that was signed last. Undefined where
 * it does. So a database that was restored grows no other history behind the one that people were promised.
 *
 * Requires: the election is locked. What was signed was committed before, so all of it is seen under the lock.
 */
export async function whyStopped(
  boards: Pick<BoardFiles, 'signed'>,
  tx: Tx,
  contest: string,
  { height, head }: Pick<LockedElection, 'head' | 'height'>,
): Promise<BoardRefusal | undefined> {
  const found = await boards.signed(contest);
  if (!found.ok) return found.error;
  const signed = found.value;
  if (signed === undefined) return undefined;
  if (signed.size > height + 1) return 'board_rolled_back';
  const own = signed.size === height + 1 ? head : await hashAt(tx, contest, signed.size - 1);
  return own === signed.hash ? undefined : 'board_differs';
}
