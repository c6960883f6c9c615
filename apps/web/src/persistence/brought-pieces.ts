import type { Database, Tx } from './database.ts';

/** SQL about the bytes of files that people brought: stored with the request, so that a job reads them after any crash. */

/** Stores a file under an id of its own, piece by piece. */
export async function putPieces(tx: Tx, file: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  let number = 0;
  for await (const bytes of pieces) {
    await tx.insertInto('brought_pieces').values({ file_id: file, number, bytes }).execute();
    number++;
  }
}

/** The bytes of a file that waits to be read, piece by piece. */
export async function* readPieces(db: Database, file: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const row = await db
      .selectFrom('brought_pieces')
      .select('bytes')
      .where('file_id', '=', file)
      .where('number', '=', number)
      .executeTakeFirst();
    if (row === undefined) return;
    yield row.bytes;
  }
}

export async function dropPieces(tx: Tx, file: string): Promise<void> {
  await tx.deleteFrom('brought_pieces').where('file_id', '=', file).execute();
}
