import type { Tx } from '../../../persistence/database.ts';
import type { BoardFiles, BoardRefusal } from '../board/board-files.ts';
import { hashAt } from '../store-board.ts';
import { boundKey } from '../store-recovery.ts';
import type { LockedElection } from '../store-elections.ts';

/**
 * Why nothing may be appended to a board: the database does not go on from the head that was signed last. Undefined where
 * it does. So a database that was restored grows no other history behind the one that people were promised.
 *
 * Requires: the election is locked. What was signed was committed before, so all of it is seen under the lock.
 */
export async function whyStopped(
  boards: Pick<BoardFiles, 'keyText' | 'signed'>,
  tx: Tx,
  contest: string,
  { height, head }: Pick<LockedElection, 'head' | 'height'>,
): Promise<BoardRefusal | undefined> {
  if (await isLeftBehind(boards, tx)) return 'board_unsettled';
  const found = await boards.signed(contest);
  if (!found.ok) return found.error;
  const signed = found.value;
  if (signed === undefined) return undefined;
  if (signed.size > height + 1) return 'board_rolled_back';
  const own = signed.size === height + 1 ? head : await hashAt(tx, contest, signed.size - 1);
  return own === signed.hash ? undefined : 'board_differs';
}

/**
 * Whether the database belongs to another folder by now: a server that was started with one while this server went on. Of
 * two keys one alone signs.
 */
export async function isLeftBehind({ keyText }: Pick<BoardFiles, 'keyText'>, tx: Tx): Promise<boolean> {
  const bound = await boundKey(tx);
  return bound !== undefined && bound !== keyText;
}
