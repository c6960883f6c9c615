import { stringify } from 'csv-stringify/sync';

type Cell = string | number | boolean | null;

/** The columns of a table in their order: a heading, the same in every language, and what stands there of a row. */
export type Columns<Row> = readonly (readonly [heading: string, of: (row: Row) => Cell])[];

/** Lines of CSV (RFC 4180). Cells that a spreadsheet would run as a formula are disarmed by an apostrophe. */
const lines = (rows: readonly (readonly Cell[])[]): string =>
  stringify([...rows], {
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });

const linesOf = <Row>(columns: Columns<Row>, rows: readonly Row[]): string =>
  lines(rows.map((row) => columns.map(([, of]) => of(row))));

const headings = <Row>(columns: Columns<Row>): string => lines([columns.map(([heading]) => heading)]);

/** A table as CSV, in one text. Readers of tables take the apostrophe of a disarmed cell off again. */
export const csvTable = <Row>(columns: Columns<Row>, rows: readonly Row[]): string =>
  headings(columns) + linesOf(columns, rows);

/** A table as CSV, piece by piece, so that a long one is never held whole. */
export async function* csvPieces<Row>(
  columns: Columns<Row>,
  pieces: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string, void, undefined> {
  yield headings(columns);
  for await (const piece of pieces) yield linesOf(columns, piece);
}
