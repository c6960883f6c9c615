import type { BoardHead } from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import type { BallotsContext } from '../ballots-context.ts';
import type { BoardRefusal, BoardStanding } from '../board/board-files.ts';
import { type BoardPosition, boardPosition, hashAt, lockBoardFiles, readEvents } from '../store-board.ts';
import { boardNames, contestStanding } from '../store-elections.ts';
import { publishedEvent } from './board-event.ts';
import { isLeftBehind } from './why-stopped.ts';

/** Why a board is not published. */
export type PublishRefusal = BoardRefusal | 'no_election' | 'not_open_yet';

/** Events that are written at once: as many as a long run. */
const eventsAtOnce = 256;

/**
 * Brings the files of a board to where the database is, signs the new head and publishes it.
 *
 * All of it is a function of the rows and of the head that was signed last, so a crash anywhere is made good by the next
 * call. Refuses where the database holds less than was signed, or something else: security.md R29, R33.
 */
export async function publishBoard(
  context: BallotsContext,
  contest: string,
): Promise<Result<BoardHead, PublishRefusal>> {
  for (;;) {
    const step = await inTransaction(context.database, (tx) => publishSome(context, tx, contest));
    if (!step.ok) return step;
    if (step.value.isWhole) return ok(step.value.head);
  }
}

interface Step {
  readonly head: BoardHead;
  readonly isWhole: boolean;
}

async function publishSome({ boards }: BallotsContext, tx: Tx, contest: string): Promise<Result<Step, PublishRefusal>> {
  await lockBoardFiles(tx, contest);
  if (await isLeftBehind(boards, tx)) return err('board_unsettled');
  const found = await boards.standing(contest);
  if (!found.ok) return found;
  const { signed, from } = found.value;
  const position = await boardPosition(tx, contest);
  // What was signed and is gone from the database altogether has been rolled back as well.
  if (position === undefined) return err(signed === undefined ? 'no_election' : 'board_rolled_back');
  if (signed === undefined && !(await wasOpened(tx, contest))) return err('not_open_yet');
  if (signed !== undefined && position.size < signed.size) return err('board_rolled_back');
  const events = await readEvents(tx, contest, from, eventsAtOnce);
  const about = from > 0 ? '' : await aboutText(tx, contest, position, boards.keyText);
  const extended = await boards.extend(contest, {
    standing: found.value,
    recordTime: position.recordTime,
    hashAtSigned: await hashAtSigned(tx, contest, found.value),
    events: events.map(publishedEvent),
    about,
  });
  if (!extended.ok) return extended;
  const written = from + events.length;
  return ok({ head: extended.value, isWhole: written >= position.size || events.length === 0 });
}

const hashAtSigned = async (tx: Tx, contest: string, { signed }: BoardStanding): Promise<string | undefined> =>
  signed === undefined ? undefined : hashAt(tx, contest, signed.size - 1);

/** A set-up may be brought anew until the opening: only then is it published. */
async function wasOpened(tx: Tx, contest: string): Promise<boolean> {
  const standing = await contestStanding(tx, contest);
  return standing !== undefined && !['draft', 'ready', 'frozen'].includes(standing.contest);
}

/** Says in the folder of the board itself which one it is. */
async function aboutText(tx: Tx, contest: string, { uuid, fingerprint }: BoardPosition, key: string): Promise<string> {
  const { slug, ...names } = await boardNames(tx, contest);
  return JSON.stringify({ convite_board: 1, consultation: slug, contest, uuid, fingerprint, key, ...names });
}
