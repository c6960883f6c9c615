import { invariant } from '@convite/kernel';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import { archiveOfRows, publishBoard } from '../../ballots/index.ts';
import type { TallyContext } from '../tally-context.ts';
import { type Failure, putMeasure } from '../store.ts';

const fileName = 'archive.bel';

/** Writes the archive of a contest, as the rows have it, to a place of its own. @returns where */
export async function writeArchive({ database }: TallyContext, place: WorkPlace, contest: string): Promise<string> {
  for await (const piece of archiveOfRows(database, contest)) await place.append(fileName, piece);
  return place.path(fileName);
}

/**
 * Publishes a board and measures the archive that trustees work on, which is sent from its files. Requires: the board ends
 * with the event `head`.
 *
 * @returns why it is not published: its files do not go together with the database
 */
export async function offerArchive(context: TallyContext, contest: string, head: string): Promise<Failure | undefined> {
  const published = await publishBoard(context.ballots, contest);
  if (!published.ok) return { check: 'board.signed', place: 'board', message: published.error };
  await context.work.use(async (place) => {
    const path = await writeArchive(context, place, contest);
    const answer = await context.ballots.tallyProofs.perform({ type: 'measure', path });
    invariant(answer.type === 'measure', 'a measure is answered as one');
    await putMeasure(context.database, contest, head, answer.measured);
  });
  return undefined;
}
