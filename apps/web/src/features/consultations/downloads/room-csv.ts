import { writeMoney } from '@convite/kernel';
import { stringify } from 'csv-stringify/sync';
import type { RoomRow } from '../store-room.ts';

/** Cells that a spreadsheet would run as a formula are disarmed by an apostrophe, which readers of tables take off again. */
const options = {
  escape_formulas: true,
  record_delimiter: 'windows',
  cast: { boolean: (value: boolean) => (value ? 'true' : 'false') },
} as const;

/** The rows of the control room as CSV (RFC 4180, UTF-8). Names of columns are those of the data, in every language. */
export const roomCsv = (rows: readonly RoomRow[], template: (id: string) => string, decimals: number): string =>
  stringify(
    rows.map((row) => [
      ...[row.code, row.name, row.above ?? '', template(row.template), row.status, row.need ?? '', row.options],
      ...[row.approved, row.voters, row.turnout ?? '', row.hasWaiver],
      ...[row.counted ?? '', row.signed ?? ''],
      ...[row.amount === null ? '' : writeMoney(row.amount, decimals), row.id],
    ]),
    {
      ...options,
      header: true,
      columns: [
        ...['code', 'name', 'above', 'template', 'state', 'needs', 'options', 'approved', 'voters', 'turnout'],
        ...['waiver', 'counted', 'signed', 'envelope', 'id'],
      ],
    },
  );

/** One option of a contest as a line of a table. */
export interface OptionCsvRow {
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly cost: bigint | null;
  readonly place: string;
  readonly theme: string;
  readonly isApproved: boolean;
  readonly isWithdrawn: boolean;
}

/** Options of many contests in the form in which they are imported; the first piece has the line of headings. */
export const optionsCsv = (rows: readonly OptionCsvRow[], decimals: number, isFirst: boolean): string =>
  stringify(
    rows.map((row) => [
      ...[row.code, row.number, row.title, row.summary],
      ...[row.cost === null ? '' : writeMoney(row.cost, decimals), row.place, row.theme],
      ...[row.isApproved, row.isWithdrawn],
    ]),
    {
      ...options,
      header: isFirst,
      columns: ['code', 'number', 'title', 'summary', 'cost', 'place', 'theme', 'approved', 'withdrawn'],
    },
  );
