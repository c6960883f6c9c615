import type { StoredFile } from '../counting/tasks.ts';
import type { RecountsContext } from '../recounts-context.ts';
import { findFile, readCompressed } from '../store.ts';

/** Lays a stored file out for a process while the work lasts; undefined where it is gone. */
export async function withStoredFile<T>(
  { database, work }: Pick<RecountsContext, 'database' | 'work'>,
  hash: string,
  use: (file: StoredFile) => Promise<T>,
): Promise<T | undefined> {
  const file = await findFile(database, hash);
  if (file === undefined) return undefined;
  return await work.use(async (place) => {
    let laid = 0;
    for await (const piece of readCompressed(database, hash)) {
      await place.append('compressed', piece);
      laid += piece.byteLength;
    }
    if (laid === 0) return undefined;
    return await use({ hash, size: file.size, compressed: { path: place.path('compressed') } });
  });
}
