import {
  appendEvent,
  type ArchiveHead,
  hashOfText,
  type NewEvent,
  type Sha256Hex,
  splitRecords,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { createHash } from 'node:crypto';
import type { Tx } from '../../../persistence/database.ts';
import type { BoardFiles, BoardRefusal } from '../board/board-files.ts';
import { insertEvents, moveHead, type NewBoardEvent } from '../store-board.ts';
import { lockElection, type LockedElection } from '../store-elections.ts';
import { whyStopped } from './why-stopped.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** SHA-256 of a text in base64, 43 signs: trackers of ballots, fingerprints of elections. */
export const hashOf = (text: string): string => hashOfText(sha256, text);

/** Where the archive of a stored election stands. */
export const headOf = ({ recordTime, height, head, state }: LockedElection): ArchiveHead => ({
  timestamp: recordTime,
  height: height + 1,
  parent: head,
  state,
});

/** The next event of a board, byte for byte as the archive has it; undefined where the order of events forbids it. */
export function nextEvent(
  head: ArchiveHead,
  event: NewEvent,
): { readonly event: NewBoardEvent; readonly hash: Sha256Hex; readonly head: ArchiveHead } | undefined {
  const appended = appendEvent(head, event, sha256);
  if (!appended.ok) return undefined;
  const { bytes, height, hash, head: next } = appended.value;
  return { event: { type: event.type, height, parent: head.parent, records: splitRecords(bytes) }, hash, head: next };
}

/** Why an event is not appended. */
export type AppendRefusal = BoardMoved | BoardStopped | NotNow;

/** The order of events does not allow it where the election stands, or there is no election. */
interface NotNow {
  readonly type: 'not_now';
  readonly state: string | undefined;
}

/** The database holds less of the board than was signed, or something else. */
interface BoardStopped {
  readonly type: 'stopped';
  readonly why: BoardRefusal;
}

/** The board has gone on since what was to be appended was made. */
interface BoardMoved {
  readonly type: 'moved';
}

/**
 * Appends an event that is no ballot: the end of the vote, tally, shuffles, decryptions, result.
 *
 * Takes the lock of the board: what is cast at the same time stands before it, or is refused. What it holds, others have
 * checked. Whoever calls publishes the board after the commit, and writes the audit line.
 *
 * @param after the event that it was made for: nothing else may be the last.
 */
export async function appendToBoard(
  boards: Pick<BoardFiles, 'keyText' | 'signed'>,
  tx: Tx,
  contest: string,
  event: Exclude<NewEvent, { readonly type: 'Setup' | 'Ballot' }>,
  after?: string,
): Promise<Result<{ readonly height: number; readonly hash: string }, AppendRefusal>> {
  const election = await lockElection(tx, contest);
  if (election === undefined) return err({ type: 'not_now', state: undefined });
  const why = await whyStopped(boards, tx, contest, election);
  if (why !== undefined) return err({ type: 'stopped', why });
  if (after !== undefined && election.head !== after) return err({ type: 'moved' });
  const next = nextEvent(headOf(election), event);
  if (next === undefined) return err({ type: 'not_now', state: election.state });
  await insertEvents(tx, contest, [next.event]);
  await moveHead(tx, contest, next.head, election);
  return ok({ height: next.event.height, hash: next.hash });
}
