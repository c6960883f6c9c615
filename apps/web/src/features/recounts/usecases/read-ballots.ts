import type { RecountsContext } from '../recounts-context.ts';
import type { RecountRecord } from '../store.ts';
import { withStoredFile } from './stored-file.ts';

const writingTime = 30_000;

/** The ballots of a recount as anyone may have them; undefined where they could not be written in time. */
export async function readPublicBallots(
  context: RecountsContext,
  { fileHash, changes }: RecountRecord,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const written = await withStoredFile(context, fileHash, (file) =>
    context.readers.run({ type: 'ballots', file, changes }, { milliseconds: writingTime, signal: undefined }),
  );
  return written?.ok === true && written.value.type === 'ballots' ? new Uint8Array(written.value.bytes) : undefined;
}
