import { stringify } from 'csv-stringify/sync';
import type { EntryRecord } from '../store-people.ts';

const headings = ['id', 'name', 'birth_date', 'territory', 'document', 'proof', 'email', 'language', 'told_apart'];

/**
 * The roll as CSV (RFC 4180, UTF-8), piece by piece, as the import and the registrar's command read it. Cells that a
 * spreadsheet would run as a formula are disarmed by an apostrophe, which the import takes off again.
 */
export async function* rollCsv(pieces: AsyncIterable<readonly EntryRecord[]>): AsyncGenerator<string, void, undefined> {
  yield `${headings.join(',')}\r\n`;
  for await (const piece of pieces) {
    yield stringify(
      piece.map((e) => [e.id, e.name, e.birthDate, e.territory, e.document, e.proof, e.email, e.language, e.toldApart]),
      { escape_formulas: true, record_delimiter: 'windows' },
    );
  }
}
