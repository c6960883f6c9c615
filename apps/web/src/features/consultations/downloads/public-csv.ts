import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import type { FoundContest } from '../store-contests.ts';
import type { OptionRecord } from '../store-options.ts';
import { importedColumns } from './room-csv.ts';

const contests: Columns<FoundContest> = [
  ['code', ({ code }) => code],
  ['name', ({ name }) => name],
  ['above', ({ above }) => above],
  ['state', ({ status }) => status],
  ['options', ({ options }) => options],
  ['id', ({ id }) => id],
];

/** Contests as everyone finds them, as CSV. */
export const publicContestsCsv = (rows: readonly FoundContest[]): string => csvTable(contests, rows);

/** An option with the contest in which it stands. */
export type PublicOption = OptionRecord & { readonly code: string; readonly contest: string };

/** The options of contests as everyone reads them, as CSV, piece by piece; the number of a withdrawn one stays. */
export const publicOptionsCsv = (
  pieces: AsyncIterable<readonly PublicOption[]>,
  decimals: number,
  languages: readonly string[],
): AsyncGenerator<string, void, undefined> =>
  csvPieces(
    [
      ...importedColumns(decimals, languages),
      ['withdrawn', ({ isWithdrawn }) => isWithdrawn],
      ['contest', ({ contest }) => contest],
    ],
    pieces,
  );
