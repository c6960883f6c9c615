import type { RecountsContext } from '../recounts-context.ts';
import { readStoredFile, type RecountRecord } from '../store.ts';

const writingTime = 30_000;

/** The ballots of a recount as anyone may have them; undefined where they could not be written in time. */
export async function readPublicBallots(
  { database, readers }: RecountsContext,
  { fileHash, changes }: RecountRecord,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await readStoredFile(database, fileHash);
  if (file === undefined) return undefined;
  const written = await readers.run(
    { type: 'ballots', file, changes },
    { milliseconds: writingTime, signal: undefined },
  );
  return written.ok && written.value.type === 'ballots' ? new Uint8Array(written.value.bytes) : undefined;
}
