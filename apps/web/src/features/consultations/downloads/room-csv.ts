import { writeMoney } from '@convite/kernel';
import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import type { RoomRow } from '../store-room.ts';

/** The rows of the control room as CSV. Names of columns are those of the data, in every language. */
export const roomCsv = (rows: readonly RoomRow[], template: (id: string) => string, decimals: number): string =>
  csvTable<RoomRow>(
    [
      ['code', (row) => row.code],
      ['name', (row) => row.name],
      ['above', (row) => row.above],
      ['template', (row) => template(row.template)],
      ['state', (row) => row.status],
      ['needs', (row) => row.need],
      ['options', (row) => row.options],
      ['approved', (row) => row.approved],
      ['voters', (row) => row.voters],
      ['turnout', (row) => row.turnout],
      ['waiver', (row) => row.hasWaiver],
      ['counted', (row) => row.counted],
      ['signed', (row) => row.signed],
      ['envelope', (row) => (row.amount === null ? null : writeMoney(row.amount, decimals))],
      ['id', (row) => row.id],
    ],
    rows,
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
  readonly titles: Readonly<Record<string, string>>;
  readonly summaries: Readonly<Record<string, string>>;
  readonly isApproved: boolean;
  readonly isWithdrawn: boolean;
}

/** What every table of options says of one first, in the form in which it is imported. */
export const importedColumns = (
  decimals: number,
  [, ...further]: readonly string[],
): Columns<Omit<OptionCsvRow, 'isApproved' | 'isWithdrawn'>> => [
  ['code', ({ code }) => code],
  ['number', ({ number }) => number],
  ['title', ({ title }) => title],
  ['summary', ({ summary }) => summary],
  ['cost', ({ cost }) => (cost === null ? null : writeMoney(cost, decimals))],
  ['place', ({ place }) => place],
  ['theme', ({ theme }) => theme],
  ...further.flatMap((language): Columns<Pick<OptionCsvRow, 'titles' | 'summaries'>> => [
    [`title_${language}`, ({ titles }) => titles[language] ?? ''],
    [`summary_${language}`, ({ summaries }) => summaries[language] ?? ''],
  ]),
];

/** Options of many contests in the form in which they are imported, piece by piece. */
export const optionsCsv = (
  pieces: AsyncIterable<readonly OptionCsvRow[]>,
  decimals: number,
  languages: readonly string[],
): AsyncGenerator<string, void, undefined> =>
  csvPieces(
    [
      ...importedColumns(decimals, languages),
      ['approved', ({ isApproved }) => isApproved],
      ['withdrawn', ({ isWithdrawn }) => isWithdrawn],
    ],
    pieces,
  );
