import type { BoardHead } from '@convite/crypto';
import { err, type Result } from '@convite/kernel';
import { inTransaction } from '../../../persistence/database.ts';
import type { BallotsContext } from '../ballots-context.ts';
import type { BoardRefusal } from '../board/board-files.ts';
import type { Mirrors } from '../board/mirrors.ts';
import { hashAt, lockBoardFiles } from '../store-board.ts';
import { type StoredBoard, storedBoards } from '../store-recovery.ts';
import { recoverBoard, type RecoverRefusal } from './recover-board.ts';

/** A board into which nothing is taken, and no head is signed of it. */
export interface StoppedBoard {
  readonly contest: string;
  /** Undefined where the database does not know the contest any more. */
  readonly slug: string | undefined;
  readonly why: BoardRefusal | RecoverRefusal | 'two_histories';
  /** Events that were signed, and events that the database has. */
  readonly signed: number;
  readonly stored: number;
}

/** A board whose lost events were put back. */
export interface RecoveredBoard {
  readonly contest: string;
  readonly slug: string;
  readonly ballots: number;
}

/** What a start finds of the boards. */
export interface BoardReport {
  readonly recovered: readonly RecoveredBoard[];
  readonly stopped: readonly StoppedBoard[];
  /** Files among those brought that are neither an archive nor a head of ours. */
  readonly strange: readonly string[];
}

type Context = Pick<BallotsContext, 'boards' | 'database' | 'now'>;

/** Heads that are read side by side. */
const atOnce = 64;

/**
 * Holds every board of the database against what was signed of it, and puts back what is missing: out of the published
 * files, or out of what people brought who had kept the board. Heads that they brought count as much as our own: whatever
 * was signed once binds.
 */
export async function compareBoards(context: Context, mirrors: Mirrors): Promise<BoardReport> {
  const { boards, database } = context;
  for (const head of mirrors.heads) await keepGreater(context, head);
  const stored = await storedBoards(database);
  const brought = new Set(mirrors.heads.map(({ contest }) => contest));
  // Behind a result there is nothing.
  const names = boards.everSigned().filter((each) => brought.has(each) || stored.get(each)?.state !== 'finished');
  const [recovered, stopped]: [RecoveredBoard[], StoppedBoard[]] = [[], []];
  for (let at = 0; at < names.length; at += atOnce) {
    const part = names.slice(at, at + atOnce);
    for (const found of await Promise.all(part.map((name) => compare(context, mirrors, name, stored.get(name))))) {
      if (found === undefined) continue;
      if ('why' in found) stopped.push(found);
      else recovered.push(found);
    }
  }
  for (const { contest, size, hash } of mirrors.heads) {
    if (stopped.some((board) => board.contest === contest)) continue;
    if ((await hashAt(database, contest, size - 1)) === hash) continue;
    const board = stored.get(contest);
    stopped.push({ contest, slug: board?.slug, why: 'two_histories', signed: size, stored: (board?.height ?? -1) + 1 });
  }
  return { recovered, stopped, strange: mirrors.strange };
}

async function keepGreater({ boards, database }: Context, head: BoardHead): Promise<void> {
  await inTransaction(database, async (tx) => {
    await lockBoardFiles(tx, head.contest);
    const signed = await boards.signed(head.contest);
    if (signed.ok && (signed.value?.size ?? 0) < head.size) await boards.keep(head);
  });
}

/** What became of one board; undefined where the database goes on from what was signed. */
async function compare(
  context: Context,
  mirrors: Mirrors,
  contest: string,
  board: StoredBoard | undefined,
): Promise<RecoveredBoard | StoppedBoard | undefined> {
  const found = await context.boards.signed(contest);
  const signed = found.ok ? found.value : undefined;
  const size = signed?.size ?? 0;
  const stored = board === undefined ? 0 : board.height + 1;
  const stopped = (why: StoppedBoard['why']): StoppedBoard => {
    return { contest, slug: board?.slug, why, signed: size, stored };
  };
  if (!found.ok) return stopped(found.error);
  if (board === undefined) return stopped('no_election');
  if (signed === undefined) return undefined;
  if (size <= stored) {
    const own = size === stored ? board.head : await hashAt(context.database, contest, size - 1);
    return own === signed.hash ? undefined : stopped('board_differs');
  }
  const recovered = await recoverFrom(context, mirrors, signed, board);
  return recovered.ok ? { contest, slug: board.slug, ballots: recovered.value } : stopped(recovered.error);
}

async function recoverFrom(
  context: Context,
  mirrors: Mirrors,
  signed: BoardHead,
  { contest, territory }: StoredBoard,
): Promise<Result<number, StoppedBoard['why']>> {
  const first = (await hashAt(context.database, contest, 0)) ?? '';
  const archive = (await context.boards.archiveOf(signed)) ?? (await mirrors.archiveOf(first, signed));
  if (archive === undefined) return err('board_rolled_back');
  return await inTransaction(context.database, async (tx) => {
    await lockBoardFiles(tx, contest);
    return await recoverBoard(tx, signed, archive, { territory, now: context.now() });
  });
}
