import { joinRecords, startArchive } from '@convite/crypto';
import type { Database } from '../../../persistence/database.ts';
import { boardPosition, readEvents } from '../store-board.ts';
import { recordsOf } from './board-event.ts';

/** Events that are read at once. */
const eventsAtOnce = 256;

/**
 * The archive of a contest as the rows have it, piece by piece: the same bytes as the offline tools write. Nothing where
 * no election is set up. What is appended meanwhile is left out.
 */
export async function* archiveOfRows(database: Database, contest: string): AsyncGenerator<Uint8Array, void> {
  const position = await boardPosition(database, contest);
  if (position === undefined) return;
  yield startArchive(position.recordTime).bytes;
  for (let from = 0; from < position.size; from += eventsAtOnce) {
    const most = Math.min(eventsAtOnce, position.size - from);
    const events = await readEvents(database, contest, from, most);
    yield joinRecords(events.flatMap(recordsOf), position.recordTime);
  }
}
