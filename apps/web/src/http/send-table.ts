import { encodedBody, sendBody } from './encoded-body.ts';
import type { AppContext } from './router.ts';
import { sendPieces } from './sent-pieces.ts';

export const csvType = 'text/csv; charset=utf-8; header=present';

/** Sends a table to be saved as CSV, as it is being written. */
export const sendTable = (c: AppContext, name: string, pieces: AsyncGenerator<string, void, undefined>): Response =>
  sendPieces(c, { name, type: csvType }, pieces);

/** Sends a table to be saved as CSV that is held whole: compressed, and not again where nothing changed. */
export function sendShortTable(
  c: AppContext,
  name: string,
  table: string,
  cache = 'private, no-cache',
): Promise<Response> {
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return sendBody(c, encodedBody(csvType, table, 4), { cache });
}
