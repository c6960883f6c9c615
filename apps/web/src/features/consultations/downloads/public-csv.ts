import { writeMoney } from '@convite/kernel';
import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import type { FoundContest } from '../store-contests.ts';
import type { OptionRecord } from '../store-options.ts';

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
): AsyncGenerator<string, void, undefined> =>
  csvPieces(
    [
      ['code', ({ code }) => code],
      ['number', ({ number }) => number],
      ['title', ({ title }) => title],
      ['summary', ({ summary }) => summary],
      ['cost', ({ cost }) => (cost === null ? null : writeMoney(cost, decimals))],
      ['place', ({ place }) => place],
      ['theme', ({ theme }) => theme],
      ['withdrawn', ({ isWithdrawn }) => isWithdrawn],
      ['contest', ({ contest }) => contest],
    ],
    pieces,
  );
